package vn.lgsp.registry.control.reorganisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** How far a plan has come: the agencies that it touches, the codes that it gives out and up, and what stands against it so far. */
final class Ledger {
    final Tree tree;
    final List<Problem> problems = new ArrayList<>();
    /** Agencies that exist, as the steps so far leave them. */
    final Map<UUID, Node> known = new LinkedHashMap<>();
    /** By codes that this request gives out. */
    final Map<String, Node> fresh = new LinkedHashMap<>();
    /** Codes that this request gives up: named again, they are refused as closed. */
    final Map<String, Node> givenUp = new HashMap<>();

    /** The step that is being played, from 1; 0 for the request as a whole. */
    int step;

    Ledger(Tree tree) {
        this.tree = tree;
    }

    /** The agency above in what the plan makes of the tree. */
    Node up(Node node) {
        if (node.parent != null || node.moved || node.formerParent == null) {
            return node.parent;
        }
        return known.computeIfAbsent(node.formerParent, id -> new Node(tree.byId(id), step));
    }

    /** Says whether a step names so many agencies, each once; what is wrong is noted. */
    boolean sources(ReorganisationStep what, int least, int most) {
        int count = what.sources().size();
        if (count < least || count > most) {
            error(most == 0 ? "step-no-sources" : least == most ? "step-one-source" : "step-sources");
            return false;
        }
        long different = what.sources().stream().distinct().count();
        if (different != count) {
            error("step-source-twice");
            return false;
        }
        return true;
    }

    /** The one agency that a step names. */
    Optional<Node> one(ReorganisationStep what) {
        return one(what, false);
    }

    /** The same; {@code again} as in {@link #existing}. */
    Optional<Node> one(ReorganisationStep what, boolean again) {
        return sources(what, 1, 1) ? existing(what.sources().get(0), "source", again) : Optional.empty();
    }

    /**
     * An agency that exists at this point of the plan.
     *
     * @param again it may have ended by an earlier step of the same kind
     */
    Optional<Node> existing(String code, String role, boolean again) {
        if (blank(code)) {
            error("step-" + role + "-missing");
            return Optional.empty();
        }
        Node node = fresh.get(code);
        if (node == null && givenUp.containsKey(code)) {
            error("step-closed-code", code, givenUp.get(code).codeQd20);
            return Optional.empty();
        }
        if (node == null) {
            Optional<Tree.Found> found = tree.byCode(code);
            if (found.isEmpty()) {
                error("step-unknown", code);
                return Optional.empty();
            }
            Tree.Fact fact = found.get().agency();
            if (fact.state() == Agency.State.CLOSED || !found.get().current()) {
                error("step-closed-code", code, fact.state() == Agency.State.CLOSED ? fact.name() : fact.codeQd20());
                return Optional.empty();
            }
            node = known.computeIfAbsent(fact.id(), id -> new Node(fact, step));
        }
        if (node.ends() && !again) {
            error("step-closed-before", node.codeQd20);
            return Optional.empty();
        }
        return Optional.of(node);
    }

    /** Notes that the step cannot be carried out so. */
    void error(String reason, String... arguments) {
        problems.add(new Problem(step, true, reason, Arrays.asList(arguments)));
    }

    /** Notes that the step should be looked at. */
    void warning(String reason, String... arguments) {
        problems.add(new Problem(step, false, reason, Arrays.asList(arguments)));
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
