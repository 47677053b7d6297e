package vn.lgsp.registry.control.reorganisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationImpact.Change;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationImpact.State;

/**
 * What a reorganisation will do.
 *
 * @param nodes the agencies that change, parents that are new before what stands below them
 * @param at from which instant; null while nobody has said the day
 */
record Plan(List<Problem> problems, List<Node> nodes, Instant at) {

    boolean possible() {
        return problems.stream().noneMatch(Problem::error);
    }

    /** The same with more problems. */
    Plan with(List<Problem> more) {
        return new Plan(Stream.concat(problems.stream(), more.stream()).toList(), nodes, at);
    }

    /** The agencies that end. */
    List<Node> ending() {
        return nodes.stream().filter(Node::ends).toList();
    }

    /** The same for people. */
    List<Change> changes(Tree tree) {
        return nodes.stream().map(node -> change(node, tree)).toList();
    }

    private static Change change(Node node, Tree tree) {
        State before = node.isNew() || node.revived
                ? null
                : new State(
                        node.fact.name(),
                        node.fact.codeQd20(),
                        node.formerParent == null
                                ? null
                                : tree.byId(node.formerParent).name());
        State after = node.ends() ? null : new State(node.name, node.codeQd20, parentName(node, tree));
        return new Change(
                node.isNew() ? null : node.fact.id(),
                kind(node),
                before,
                after,
                node.successors.stream()
                        .map(successor -> successor.codeQd20 + " " + successor.name)
                        .toList());
    }

    private static String parentName(Node node, Tree tree) {
        if (node.parent != null) {
            return node.parent.name;
        }
        return node.isNew() || node.moved || node.formerParent == null
                ? null
                : tree.byId(node.formerParent).name();
    }

    private static String kind(Node node) {
        if (node.isNew()) {
            return "CREATED";
        }
        if (node.ends()) {
            return node.ending.name();
        }
        return node.revived ? "REVIVED" : "CHANGED";
    }

    /** The impact, with what modules count. */
    ReorganisationImpact impact(Tree tree, Map<String, Long> inherited) {
        return new ReorganisationImpact(List.copyOf(problems), changes(tree), inherited);
    }
}
