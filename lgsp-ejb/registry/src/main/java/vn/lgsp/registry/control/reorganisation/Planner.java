package vn.lgsp.registry.control.reorganisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;

/**
 * Plays the steps of a reorganisation through over what there is, and says what stands against them: everything at once, by step. Changes
 * nothing; the same steps over the same agencies give the same plan.
 *
 * <p>Longer than most classes: the seven acts work on one state, which nobody else should see half-made.
 */
final class Planner {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MAX_NAME = 200;
    private static final int MAX_SHORT_NAME = 60;

    private final Tree tree;
    private final Instant effective;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<UUID, Node> known = new LinkedHashMap<>();
    private final Map<String, Node> fresh = new LinkedHashMap<>();
    /** Codes that this request gives up: named again, they are refused as closed. */
    private final Map<String, Node> givenUp = new HashMap<>();

    private int step;

    private Planner(Tree tree, Instant effective) {
        this.tree = tree;
        this.effective = effective;
    }

    /**
     * Plans.
     *
     * @param effective from when it is to be so; null while nobody has said
     */
    static Plan plan(Tree tree, List<ReorganisationStep> steps, Instant effective) {
        Planner planner = new Planner(tree, effective);
        for (ReorganisationStep step : steps) {
            planner.step++;
            planner.play(step);
        }
        planner.step = 0;
        return planner.conclude();
    }

    private void play(ReorganisationStep what) {
        switch (what.act()) {
            case ISSUE -> {
                if (sources(what, 0, 0)) {
                    enter(what);
                }
            }
            case RENAME ->
                one(what).ifPresent(node -> {
                    if (named(what.name(), what.shortName())) {
                        node.name = what.name().strip();
                        node.shortName = blankToNull(what.shortName());
                    }
                });
            case RECODE -> one(what).ifPresent(node -> recode(node, what));
            case REPARENT -> reparent(what);
            case MERGE -> merge(what);
            case SPLIT -> one(what, true).ifPresent(node -> split(node, what));
            case DISSOLVE -> dissolve(what);
        }
    }

    private void recode(Node node, ReorganisationStep what) {
        if (!issuable(what.target(), what.targetQcvn())) {
            return;
        }
        if (node.isNew() || node.recoded) {
            error("step-code-twice", node.codeQd20);
            return;
        }
        givenUp.put(node.code, node);
        givenUp.put(node.codeQd20, node);
        node.recoded = true;
        node.codeQd20 = what.target();
        node.code = what.targetQcvn() == null ? what.target() : what.targetQcvn();
        fresh.put(node.code, node);
        fresh.put(node.codeQd20, node);
    }

    private void reparent(ReorganisationStep what) {
        if (!sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        Optional<Node> parent = existing(what.parent(), "parent", false);
        for (String source : what.sources()) {
            existing(source, "source", false).ifPresent(node -> parent.ifPresent(above -> move(node, above)));
        }
    }

    private void move(Node node, Node above) {
        Set<Node> seen = new HashSet<>();
        for (Node up = above; up != null && seen.add(up); up = up(up)) {
            if (up == node) {
                error("step-cycle", node.codeQd20, above.codeQd20);
                return;
            }
        }
        node.parent = above;
        node.moved = true;
    }

    /** The agency above in what the plan makes of the tree. */
    private Node up(Node node) {
        if (node.parent != null || node.moved || node.formerParent == null) {
            return node.parent;
        }
        return known.computeIfAbsent(node.formerParent, id -> new Node(tree.byId(id), step));
    }

    private void merge(ReorganisationStep what) {
        if (!sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        List<Node> sources = what.sources().stream()
                .map(code -> existing(code, "source", true))
                .flatMap(Optional::stream)
                .toList();
        outcome(what)
                .ifPresent(target -> sources.forEach(source -> {
                    if (source == target) {
                        error("step-into-itself", source.codeQd20);
                    } else if (source.ending != null && source.ending != Agency.Ending.MERGED) {
                        error("step-closed-before", source.codeQd20);
                    } else {
                        end(source, Agency.Ending.MERGED);
                        source.successors.add(target);
                    }
                }));
    }

    private void split(Node source, ReorganisationStep what) {
        if (source.ending != null && source.ending != Agency.Ending.SPLIT) {
            error("step-closed-before", source.codeQd20);
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
            source.splits.add(step);
            if (!source.goesOn) {
                end(source, Agency.Ending.SPLIT);
            }
        });
    }

    private void dissolve(ReorganisationStep what) {
        if (!sources(what, 1, Integer.MAX_VALUE)) {
            return;
        }
        Optional<Node> heir = blank(what.target()) ? Optional.empty() : existing(what.target(), "target", false);
        for (String code : what.sources()) {
            existing(code, "source", false).ifPresent(node -> {
                if (heir.filter(to -> to == node).isPresent()) {
                    error("step-into-itself", node.codeQd20);
                    return;
                }
                end(node, Agency.Ending.DISSOLVED);
                heir.ifPresent(node.successors::add);
            });
        }
    }

    private void end(Node node, Agency.Ending ending) {
        node.ending = ending;
        node.step = step;
    }

    /** Who comes out of a merger or a split: an agency that exists or that an earlier step enters, or a new one. */
    private Optional<Node> outcome(ReorganisationStep what) {
        boolean there = !blank(what.target())
                && (fresh.containsKey(what.target())
                        || tree.byCode(what.target())
                                .filter(found -> !reusable(found))
                                .isPresent());
        return there && blank(what.name()) ? existing(what.target(), "target", false) : enter(what);
    }

    private Optional<Node> enter(ReorganisationStep what) {
        boolean code = issuable(what.target(), what.targetQcvn());
        boolean name = named(what.name(), what.shortName());
        Optional<Node> parent = Optional.empty();
        if (!blank(what.parent())) {
            parent = existing(what.parent(), "parent", false);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
        }
        if (!code || !name) {
            return Optional.empty();
        }
        Node node = tree.byCode(what.target())
                .filter(Planner::reusable)
                .map(found -> known.computeIfAbsent(found.agency().id(), id -> new Node(found.agency(), step)))
                .orElseGet(() -> new Node(null, step));
        node.revived = !node.isNew();
        node.codeQd20 = what.target();
        node.code = blank(what.targetQcvn()) ? what.target() : what.targetQcvn();
        node.name = what.name().strip();
        node.shortName = blankToNull(what.shortName());
        node.kind = blankToNull(what.kind());
        node.parent = parent.orElse(null);
        node.moved = true;
        if (parent.isPresent() && !what.target().startsWith(parent.get().codeQd20 + ".")) {
            warning("step-code-elsewhere", what.target(), parent.get().codeQd20);
        }
        fresh.put(node.code, node);
        fresh.put(node.codeQd20, node);
        return Optional.of(node);
    }

    /** Says whether new codes may be issued: well-formed, of the right form, and nobody's. */
    private boolean issuable(String code, String codeQcvn) {
        if (blank(code)) {
            error("step-code-missing");
            return false;
        }
        boolean good = wellFormed(code, AgencyCode.Form.QD_20)
                & (blank(codeQcvn) || wellFormed(codeQcvn, AgencyCode.Form.QCVN_102));
        return good && free(code, code) & (blank(codeQcvn) || free(codeQcvn, code));
    }

    private boolean wellFormed(String code, AgencyCode.Form form) {
        Optional<AgencyCode.Fault> fault = AgencyCode.fault(code);
        if (fault.isPresent()) {
            error("code-" + fault.get().name().toLowerCase(Locale.ROOT).replace('_', '-'), code);
            return false;
        }
        if (AgencyCode.parse(code).orElseThrow().form() != form) {
            error(form == AgencyCode.Form.QD_20 ? "step-not-new-form" : "step-not-old-form", code);
            return false;
        }
        return true;
    }

    private boolean free(String value, String codeQd20) {
        if (fresh.containsKey(value)) {
            error("step-code-twice", value);
            return false;
        }
        Optional<Tree.Found> owner = tree.byCode(value);
        boolean takenUp = owner.filter(Planner::reusable)
                .filter(found -> found.agency().codeQd20().equals(codeQd20))
                .isPresent();
        if (owner.isPresent() && !takenUp) {
            error("step-code-taken", value, owner.get().agency().name());
            return false;
        }
        return true;
    }

    private static boolean reusable(Tree.Found found) {
        return found.agency().undone();
    }

    private boolean named(String name, String shortName) {
        if (blank(name) || name.strip().length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            error("step-name", Integer.toString(MAX_NAME));
            return false;
        }
        if (!blank(shortName) && shortName.strip().length() > MAX_SHORT_NAME) {
            error("step-short-name", Integer.toString(MAX_SHORT_NAME));
            return false;
        }
        return true;
    }

    private boolean sources(ReorganisationStep what, int least, int most) {
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

    private Optional<Node> one(ReorganisationStep what) {
        return one(what, false);
    }

    private Optional<Node> one(ReorganisationStep what, boolean again) {
        return sources(what, 1, 1) ? existing(what.sources().get(0), "source", again) : Optional.empty();
    }

    /**
     * An agency that exists at this point of the plan.
     *
     * @param again it may have ended by an earlier step of the same kind
     */
    private Optional<Node> existing(String code, String role, boolean again) {
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

    private Plan conclude() {
        List<Node> touched = new ArrayList<>(known.values());
        fresh.values().stream()
                .distinct()
                .filter(node -> !touched.contains(node))
                .forEach(touched::add);
        List<Node> changed = touched.stream().filter(Node::changed).toList();
        for (Node node : changed) {
            step = node.step;
            if (node.ends()) {
                left(node);
                node.successors.stream()
                        .filter(Node::ends)
                        .forEach(heir -> error("step-successor-ends", node.codeQd20, heir.codeQd20));
            } else if (node.parent != null && node.parent.ends()) {
                error("step-parent-ends", node.codeQd20, node.parent.codeQd20);
            }
            if (effective != null && !node.isNew() && !node.fact.since().isBefore(effective.plus(A_DAY))) {
                error("step-before-present", node.codeQd20, node.fact.since().toString());
            }
        }
        return new Plan(List.copyOf(problems), inOrder(changed), at(changed));
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
            error("step-closed-before", node.codeQd20);
            return;
        }
        List<Tree.Fact> left = tree.below(node.fact.id()).stream()
                .filter(child -> !known.containsKey(child.id()) || stays(known.get(child.id())))
                .toList();
        if (!left.isEmpty()) {
            error(
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

    private void error(String reason, String... arguments) {
        problems.add(new Problem(step, true, reason, Arrays.asList(arguments)));
    }

    private void warning(String reason, String... arguments) {
        problems.add(new Problem(step, false, reason, Arrays.asList(arguments)));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String blankToNull(String text) {
        return blank(text) ? null : text.strip();
    }
}
