package vn.lgsp.registry.control.reorganisation;

import static vn.lgsp.registry.control.reorganisation.Issuing.blankToNull;
import static vn.lgsp.registry.control.reorganisation.Ledger.blank;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.ReorganisationStep;

/**
 * Plays the steps of a reorganisation through over what there is, and says what stands against them: everything at once, by step. Changes
 * nothing; the same steps over the same agencies give the same plan. How far it has come stands in a {@link Ledger}; new codes and names are
 * {@link Issuing}'s affair, what only the whole shows that of {@link Conclusion}.
 */
final class Planner {
    private final Ledger ledger;
    private final Issuing issuing;

    private Planner(Tree tree) {
        ledger = new Ledger(tree);
        issuing = new Issuing(ledger);
    }

    /**
     * Plans.
     *
     * @param effective from when it is to be so; null while nobody has said
     */
    static Plan plan(Tree tree, List<ReorganisationStep> steps, Instant effective) {
        Planner planner = new Planner(tree);
        for (ReorganisationStep step : steps) {
            planner.ledger.step++;
            planner.play(step);
        }
        planner.ledger.step = 0;
        return Conclusion.of(planner.ledger, effective);
    }

    private void play(ReorganisationStep what) {
        switch (what.act()) {
            case ISSUE -> {
                if (ledger.sources(what, 0, 0)) {
                    issuing.enter(what);
                }
            }
            case RENAME ->
                ledger.one(what).ifPresent(node -> {
                    if (issuing.named(what.name(), what.shortName())) {
                        node.name = what.name().strip();
                        node.shortName = blankToNull(what.shortName());
                    }
                });
            case RECODE -> ledger.one(what).ifPresent(node -> recode(node, what));
            case REPARENT -> reparent(what);
            case MERGE -> merge(what);
            case SPLIT -> ledger.one(what, true).ifPresent(node -> split(node, what));
            case DISSOLVE -> dissolve(what);
        }
    }

    private void recode(Node node, ReorganisationStep what) {
        if (!issuing.issuable(what.target(), what.targetQcvn())) {
            return;
        }
        if (node.isNew() || node.recoded) {
            ledger.error("step-code-twice", node.codeQd20);
            return;
        }
        ledger.givenUp.put(node.code, node);
        ledger.givenUp.put(node.codeQd20, node);
        node.recoded = true;
        node.codeQd20 = what.target();
        node.code = what.targetQcvn() == null ? what.target() : what.targetQcvn();
        ledger.fresh.put(node.code, node);
        ledger.fresh.put(node.codeQd20, node);
    }

    private void reparent(ReorganisationStep what) {
        if (!ledger.sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        Optional<Node> parent = ledger.existing(what.parent(), "parent", false);
        for (String source : what.sources()) {
            ledger.existing(source, "source", false).ifPresent(node -> parent.ifPresent(above -> move(node, above)));
        }
    }

    private void move(Node node, Node above) {
        Set<Node> seen = new HashSet<>();
        for (Node up = above; up != null && seen.add(up); up = ledger.up(up)) {
            if (up == node) {
                ledger.error("step-cycle", node.codeQd20, above.codeQd20);
                return;
            }
        }
        node.parent = above;
        node.moved = true;
    }

    private void merge(ReorganisationStep what) {
        if (!ledger.sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        List<Node> sources = what.sources().stream()
                .map(code -> ledger.existing(code, "source", true))
                .flatMap(Optional::stream)
                .toList();
        outcome(what)
                .ifPresent(target -> sources.forEach(source -> {
                    if (source == target) {
                        ledger.error("step-into-itself", source.codeQd20);
                    } else if (source.ending != null && source.ending != Agency.Ending.MERGED) {
                        ledger.error("step-closed-before", source.codeQd20);
                    } else {
                        end(source, Agency.Ending.MERGED);
                        source.successors.add(target);
                    }
                }));
    }

    private void split(Node source, ReorganisationStep what) {
        if (source.ending != null && source.ending != Agency.Ending.SPLIT) {
            ledger.error("step-closed-before", source.codeQd20);
            return;
        }
        boolean itself = what.target() != null
                && (what.target().equals(source.code) || what.target().equals(source.codeQd20));
        if (itself) {
            source.goesOn = true;
            source.ending = null;
            return;
        }
        outcome(what).ifPresent(target -> {
            source.successors.add(target);
            source.splits.add(ledger.step);
            if (!source.goesOn) {
                end(source, Agency.Ending.SPLIT);
            }
        });
    }

    private void dissolve(ReorganisationStep what) {
        if (!ledger.sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        Optional<Node> heir = blank(what.target()) ? Optional.empty() : ledger.existing(what.target(), "target", false);
        for (String code : what.sources()) {
            ledger.existing(code, "source", false).ifPresent(node -> {
                if (heir.filter(to -> to == node).isPresent()) {
                    ledger.error("step-into-itself", node.codeQd20);
                    return;
                }
                end(node, Agency.Ending.DISSOLVED);
                heir.ifPresent(node.successors::add);
            });
        }
    }

    private void end(Node node, Agency.Ending ending) {
        node.ending = ending;
        node.step = ledger.step;
    }

    /** Who comes out of a merger or a split: an agency that exists or that an earlier step enters, or a new one. */
    private Optional<Node> outcome(ReorganisationStep what) {
        boolean there = !blank(what.target())
                && (ledger.fresh.containsKey(what.target())
                        || ledger.tree
                                .byCode(what.target())
                                .filter(found -> !Issuing.reusable(found))
                                .isPresent());
        return there && blank(what.name()) ? ledger.existing(what.target(), "target", false) : issuing.enter(what);
    }
}
