package vn.lgsp.registry.control.reorganisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be said of a plan only once all its steps have been played: who is left behind, in which order, from which instant. */
final class Conclusion {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Ledger ledger;
    private final Instant effective;

    private Conclusion(Ledger ledger, Instant effective) {
        this.ledger = ledger;
        this.effective = effective;
    }

    /** The plan; {@code effective} is null while nobody has said. */
    static Plan of(Ledger ledger, Instant effective) {
        return new Conclusion(ledger, effective).conclude();
    }

    private Plan conclude() {
        List<Node> touched = new ArrayList<>(ledger.known.values());
        ledger.fresh.values().stream()
                .distinct()
                .filter(node -> !touched.contains(node))
                .forEach(touched::add);
        List<Node> changed = touched.stream().filter(Node::changed).toList();
        for (Node node : changed) {
            ledger.step = node.step;
            if (node.ends()) {
                left(node);
                node.successors.stream()
                        .filter(Node::ends)
                        .forEach(heir -> ledger.error("step-successor-ends", node.codeQd20, heir.codeQd20));
            } else if (node.parent != null && node.parent.ends()) {
                ledger.error("step-parent-ends", node.codeQd20, node.parent.codeQd20);
            }
            if (effective != null && !node.isNew() && !node.fact.since().isBefore(effective.plus(A_DAY))) {
                ledger.error(
                        "step-before-present", node.codeQd20, node.fact.since().toString());
            }
        }
        return new Plan(List.copyOf(ledger.problems), inOrder(changed), at(changed));
    }

    /** The beginning of the day; on a day on which some of the agencies have changed already, right after that. */
    private Instant at(List<Node> changed) {
        if (effective == null) {
            return null;
        }
        return changed.stream()
                .filter(node -> !node.isNew())
                .map(node -> node.fact.since().plusMillis(1))
                .filter(effective::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(effective);
    }

    /** An agency that ends leaves nobody behind that goes on below it. */
    private void left(Node node) {
        if (node.isNew()) {
            ledger.error("step-closed-before", node.codeQd20);
            return;
        }
        List<Tree.Fact> left = ledger.tree.below(node.fact.id()).stream()
                .filter(child -> !ledger.known.containsKey(child.id()) || stays(ledger.known.get(child.id())))
                .toList();
        if (!left.isEmpty()) {
            ledger.error(
                    "step-children-left",
                    node.codeQd20,
                    Integer.toString(left.size()),
                    left.get(0).name());
        }
    }

    private static boolean stays(Node child) {
        return !child.ends() && !child.moved;
    }

    /** Parents that are new come before what stands below them. */
    private static List<Node> inOrder(List<Node> nodes) {
        Set<Node> ordered = new LinkedHashSet<>();
        nodes.forEach(node -> enterInOrder(node, ordered, nodes));
        return List.copyOf(ordered);
    }

    private static void enterInOrder(Node node, Set<Node> ordered, List<Node> all) {
        if (node.parent != null && node.parent.isNew() && all.contains(node.parent) && !ordered.contains(node.parent)) {
            enterInOrder(node.parent, ordered, all);
        }
        ordered.add(node);
    }
}
