package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lgsp.model.registry.AgencyCode.Form;
import vn.lgsp.model.registry.IdentifierCode;

/**
 * What an identifier code leads to.
 *
 * @param asked the text as it was asked for
 * @param form the form it was asked in: answers use it where they can
 * @param code the code in the form asked for; in the other one where there is no such form
 * @param codeQcvn as QCVN 102:2016 writes it; null where that form cannot express it
 * @param codeQd20 as QĐ 20/2020 writes it; null for an old code that nobody entered in the new form
 * @param agency whose code it is, or was
 * @param validTo null while it is not closed
 * @param successors what came in its place and is in use today, in the order of the codes; empty for a code in use
 * @param warnings what was not as it should be in the text asked for
 */
public record CodeResolution(
        String asked,
        Form form,
        String code,
        String codeQcvn,
        String codeQd20,
        AgencyView agency,
        IdentifierCode.State state,
        Instant validFrom,
        Instant validTo,
        List<Successor> successors,
        Set<Warning> warnings) {

    /**
     * A code in use that came in the place of a closed one, perhaps by way of others.
     *
     * @param code in the form asked for, in the other one where there is no such form
     */
    public record Successor(String code, String codeQcvn, String codeQd20, String name) {}

    /** What a sender should mend, although the code was understood. */
    public enum Warning {
        /** Blanks around it, small letters or full-width characters. */
        UNTIDY,
        /** A part is used although the one above it is zeros. */
        LEVEL_GAP,
        /** Not the code itself but a name it also goes by. */
        ALIAS,
        /** In neither form; known because somebody entered it as an alias. */
        ODD_FORM
    }
}
