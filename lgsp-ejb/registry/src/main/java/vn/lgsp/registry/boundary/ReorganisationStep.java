package vn.lgsp.registry.boundary;

import java.util.List;
import vn.lgsp.model.registry.ReorganisationAct;

/**
 * One act of a reorganisation. Agencies are named by codes in either form; a step may name an agency that an earlier step of the same request
 * enters.
 *
 * @param sources whom it happens to: one for RENAME, RECODE and SPLIT; one or more for REPARENT, MERGE and DISSOLVE; none for ISSUE
 * @param target ISSUE, RECODE: the new code as QĐ 20/2020 writes it; MERGE, SPLIT: who comes out of it, a code that exists or a new one;
 *     DISSOLVE: the heir, or null
 * @param targetQcvn a new code as QCVN 102:2016 writes it; null where that form cannot express it, or the target exists
 * @param name of a new agency, and of RENAME
 * @param shortName may be null
 * @param kind of a new agency; may be null
 * @param parent of a new agency, and of REPARENT
 */
public record ReorganisationStep(
        ReorganisationAct act,
        List<String> sources,
        String target,
        String targetQcvn,
        String name,
        String shortName,
        String kind,
        String parent) {
    public ReorganisationStep {
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** A new agency. */
    public static ReorganisationStep issue(String code, String codeQcvn, String name, String kind, String parent) {
        return new ReorganisationStep(ReorganisationAct.ISSUE, List.of(), code, codeQcvn, name, null, kind, parent);
    }

    /** Agencies become one that is new. */
    public static ReorganisationStep mergeInto(
            List<String> sources, String code, String codeQcvn, String name, String kind, String parent) {
        return new ReorganisationStep(ReorganisationAct.MERGE, sources, code, codeQcvn, name, null, kind, parent);
    }

    /** Agencies are taken into one that exists. */
    public static ReorganisationStep mergeInto(List<String> sources, String target) {
        return new ReorganisationStep(ReorganisationAct.MERGE, sources, target, null, null, null, null, null);
    }

    /** Agencies end; {@code heir} may be null. */
    public static ReorganisationStep dissolve(List<String> sources, String heir) {
        return new ReorganisationStep(ReorganisationAct.DISSOLVE, sources, heir, null, null, null, null, null);
    }

    /** Agencies move below another. */
    public static ReorganisationStep reparent(List<String> sources, String parent) {
        return new ReorganisationStep(ReorganisationAct.REPARENT, sources, null, null, null, null, null, parent);
    }

    /** An agency gets another name. */
    public static ReorganisationStep rename(String source, String name, String shortName) {
        return new ReorganisationStep(
                ReorganisationAct.RENAME, List.of(source), null, null, name, shortName, null, null);
    }

    /** An agency gets another code. */
    public static ReorganisationStep recode(String source, String code, String codeQcvn) {
        return new ReorganisationStep(
                ReorganisationAct.RECODE, List.of(source), code, codeQcvn, null, null, null, null);
    }

    /** One of those that an agency becomes; the agency's own code for the part that goes on. */
    public static ReorganisationStep split(
            String source, String code, String codeQcvn, String name, String kind, String parent) {
        return new ReorganisationStep(
                ReorganisationAct.SPLIT, List.of(source), code, codeQcvn, name, null, kind, parent);
    }
}
