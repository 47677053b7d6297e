package vn.lgsp.registry.control.reorganisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/** An agency that a plan touches: what it was, and what becomes of it. */
final class Node {
    /** Null for an agency that is new. */
    final Tree.Fact fact;
    /** The step that ended it, or that first touched it. */
    int step;

    String code;
    String codeQd20;
    String name;
    String shortName;
    String kind;
    Node parent;
    /** Where it stood; null at the top and for a new one. */
    final UUID formerParent;

    Agency.Ending ending;
    boolean recoded;
    boolean moved;
    boolean revived;
    /** What comes in its place, or in the place of the code that it gives up. */
    final Set<Node> successors = new LinkedHashSet<>();
    /** The steps that split it, whose last word may be that it goes on. */
    final List<Integer> splits = new ArrayList<>();

    boolean goesOn;

    Node(Tree.Fact fact, int step) {
        this.fact = fact;
        this.step = step;
        this.formerParent = fact == null ? null : fact.parentId();
        if (fact != null) {
            code = fact.code();
            codeQd20 = fact.codeQd20();
            name = fact.name();
            shortName = fact.shortName();
            kind = fact.kind();
        }
    }

    boolean isNew() {
        return fact == null;
    }

    /** Who inherits from it by the rule: of several that come in its place the one with the first code. */
    Optional<Node> heir() {
        return successors.stream().min(Comparator.comparing(node -> node.codeQd20));
    }

    boolean ends() {
        return ending != null;
    }

    /** The id of the parent it will have; null at the top, and when the parent is itself new. */
    UUID parentId() {
        if (moved || isNew() || revived) {
            return parent == null || parent.isNew() ? null : parent.fact.id();
        }
        return formerParent;
    }

    boolean changed() {
        return isNew()
                || revived
                || ends()
                || recoded
                || moved
                || !name.equals(fact.name())
                || !Objects.equals(shortName, fact.shortName());
    }
}
