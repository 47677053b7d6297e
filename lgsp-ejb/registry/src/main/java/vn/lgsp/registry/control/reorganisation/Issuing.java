package vn.lgsp.registry.control.reorganisation;

import static vn.lgsp.registry.control.reorganisation.Ledger.blank;

import java.util.Locale;
import java.util.Optional;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** New agencies, codes and names of a plan, and what stands against them. */
final class Issuing {
    private static final int MAX_NAME = 200;
    private static final int MAX_SHORT_NAME = 60;

    private final Ledger ledger;

    Issuing(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Enters the new agency that a step describes; empty when something stands against it. */
    Optional<Node> enter(ReorganisationStep what) {
        boolean code = issuable(what.target(), what.targetQcvn());
        boolean name = named(what.name(), what.shortName());
        Optional<Node> parent = Optional.empty();
        if (!blank(what.parent())) {
            parent = ledger.existing(what.parent(), "parent", false);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
        }
        if (!code || !name) {
            return Optional.empty();
        }
        Node node = ledger.tree
                .byCode(what.target())
                .filter(Issuing::reusable)
                .map(found ->
                        ledger.known.computeIfAbsent(found.agency().id(), id -> new Node(found.agency(), ledger.step)))
                .orElseGet(() -> new Node(null, ledger.step));
        node.revived = !node.isNew();
        node.codeQd20 = what.target();
        node.code = blank(what.targetQcvn()) ? what.target() : what.targetQcvn();
        node.name = what.name().strip();
        node.shortName = blankToNull(what.shortName());
        node.kind = blankToNull(what.kind());
        node.parent = parent.orElse(null);
        node.moved = true;
        if (parent.isPresent() && !what.target().startsWith(parent.get().codeQd20 + ".")) {
            ledger.warning("step-code-elsewhere", what.target(), parent.get().codeQd20);
        }
        ledger.fresh.put(node.code, node);
        ledger.fresh.put(node.codeQd20, node);
        return Optional.of(node);
    }

    /** Says whether new codes may be issued: well-formed, of the right form, and nobody's. */
    boolean issuable(String code, String codeQcvn) {
        if (blank(code)) {
            ledger.error("step-code-missing");
            return false;
        }
        boolean good = wellFormed(code, AgencyCode.Form.QD_20)
                & (blank(codeQcvn) || wellFormed(codeQcvn, AgencyCode.Form.QCVN_102));
        return good && free(code, code) & (blank(codeQcvn) || free(codeQcvn, code));
    }

    private boolean wellFormed(String code, AgencyCode.Form form) {
        Optional<AgencyCode.Fault> fault = AgencyCode.fault(code);
        if (fault.isPresent()) {
            ledger.error("code-" + fault.get().name().toLowerCase(Locale.ROOT).replace('_', '-'), code);
            return false;
        }
        if (AgencyCode.parse(code).orElseThrow().form() != form) {
            ledger.error(form == AgencyCode.Form.QD_20 ? "step-not-new-form" : "step-not-old-form", code);
            return false;
        }
        return true;
    }

    private boolean free(String value, String codeQd20) {
        if (ledger.fresh.containsKey(value)) {
            ledger.error("step-code-twice", value);
            return false;
        }
        Optional<Tree.Found> owner = ledger.tree.byCode(value);
        boolean takenUp = owner.filter(Issuing::reusable)
                .filter(found -> found.agency().codeQd20().equals(codeQd20))
                .isPresent();
        if (owner.isPresent() && !takenUp) {
            ledger.error("step-code-taken", value, owner.get().agency().name());
            return false;
        }
        return true;
    }

    /** Whether the agency came from a reorganisation that was undone, so that its code may be taken up again. */
    static boolean reusable(Tree.Found found) {
        return found.agency().undone();
    }

    /** Says whether an agency may be called so. */
    boolean named(String name, String shortName) {
        if (blank(name) || name.strip().length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            ledger.error("step-name", Integer.toString(MAX_NAME));
            return false;
        }
        if (!blank(shortName) && shortName.strip().length() > MAX_SHORT_NAME) {
            ledger.error("step-short-name", Integer.toString(MAX_SHORT_NAME));
            return false;
        }
        return true;
    }

    static String blankToNull(String text) {
        return blank(text) ? null : text.strip();
    }
}
