package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.model.registry.AgencyCode.Fault;
import vn.lgsp.model.registry.AgencyCode.Form;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.CodeResolution.Successor;
import vn.lgsp.registry.boundary.CodeResolution.Warning;

/** Reads the table of everything that was ever a code. */
@ApplicationScoped
public class CodeBook {
    /** Follows successors to those that are in use; a code that comes up twice is followed once. */
    private static final String SUCCESSORS =
            """
            with recursive after as (
                select successor_id as id from code_successor where code_id = :code
                union
                select s.successor_id from code_successor s join after b on s.code_id = b.id
                    join identifier_code c on c.id = b.id and c.state = 'CLOSED')
            select c.code_qcvn, c.code_qd20, a.name
            from after join identifier_code c on c.id = after.id join agency a on a.id = c.agency_id
            where c.state <> 'CLOSED'
            order by c.code_qd20, c.code_qcvn
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The code that a text stands for at this moment; the text itself first, then what was meant by it. */
    public Optional<Found> find(String text) {
        if (text == null || text.length() > 2 * AgencyCode.MAX_LENGTH) {
            return Optional.empty();
        }
        String tidy = AgencyCode.tidy(text);
        return lookUp(text, text).or(() -> tidy.equals(text) ? Optional.empty() : lookUp(tidy, text));
    }

    /** A code that was found, and how. */
    public record Found(IdentifierCode code, Form form, Set<Warning> warnings) {}

    private Optional<Found> lookUp(String value, String asked) {
        if (value.length() > AgencyCode.MAX_LENGTH) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        "select code_id, kind from code_text where value = :value and (until is null or until > now())",
                        Tuple.class)
                .setParameter("value", value)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> found(
                        em.find(IdentifierCode.class, row.get(0, UUID.class)), row.get(1, String.class), value, asked));
    }

    private static Found found(IdentifierCode code, String kind, String value, String asked) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (!value.equals(asked)) {
            warnings.add(Warning.UNTIDY);
        }
        Optional<Fault> fault = AgencyCode.fault(value);
        fault.ifPresent(what -> warnings.add(what == Fault.LEVEL_GAP ? Warning.LEVEL_GAP : Warning.ODD_FORM));
        if (kind.equals("ALIAS")) {
            warnings.add(Warning.ALIAS);
        }
        return new Found(code, AgencyCode.parse(value).map(AgencyCode::form).orElse(Form.QD_20), warnings);
    }

    /** What a code leads to, in the form asked for. */
    public CodeResolution resolution(String asked, Found found, AgencyView agency) {
        IdentifierCode code = found.code();
        String qcvn = code.codeQcvn().orElse(null);
        String qd20 = code.codeQd20().orElse(null);
        return new CodeResolution(
                asked,
                found.form(),
                inForm(found.form(), qcvn, qd20),
                qcvn,
                qd20,
                agency,
                code.state(),
                code.validFrom(),
                code.validTo(),
                code.state() == IdentifierCode.State.CLOSED ? successors(code.id(), found.form()) : List.of(),
                found.warnings());
    }

    private List<Successor> successors(UUID codeId, Form form) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(SUCCESSORS, Tuple.class)
                .setParameter("code", codeId)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    String qcvn = row.get(0, String.class);
                    String qd20 = row.get(1, String.class);
                    return new Successor(inForm(form, qcvn, qd20), qcvn, qd20, row.get(2, String.class));
                })
                .toList();
    }

    /** Until when a closed code still leads on to its successor (thời gian chuyển tiếp); empty when it does not any more. */
    public Optional<Instant> leadsOnUntil(UUID codeId) {
        @SuppressWarnings("unchecked")
        List<Instant> until = em.createNativeQuery(
                        """
                        select c.valid_to + make_interval(days => r.alias_days)
                        from identifier_code c join reorganisation r on r.id = c.change_id
                        where c.id = :code and c.state = 'CLOSED' and r.alias_days > 0
                            and c.valid_to + make_interval(days => r.alias_days) > now()
                        """,
                        Instant.class)
                .setParameter("code", codeId)
                .getResultList();
        return until.stream().findFirst();
    }

    private static String inForm(Form form, String qcvn, String qd20) {
        boolean old = form == Form.QCVN_102 && qcvn != null || qd20 == null;
        return old ? qcvn : qd20;
    }
}
