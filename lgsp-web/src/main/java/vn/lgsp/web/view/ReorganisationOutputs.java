package vn.lgsp.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.boundary.LineageLink;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationEvent;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.ReorganisationView;

/** What people are told about reorganisations, as the contract names it. */
public final class ReorganisationOutputs {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private ReorganisationOutputs() {}

    /** Schema Reorganisation; {@code steps} and {@code heirs} are null in lists. */
    public record Request(
            UUID id,
            String number,
            String title,
            String state,
            List<String> acts,
            String agency,
            String agencyName,
            String document,
            String documentDate,
            String effectiveOn,
            int aliasDays,
            String requestedBy,
            String acceptedBy,
            String approvedBy,
            Instant createdAt,
            Instant submittedAt,
            Instant appliedAt,
            Instant undoUntil,
            List<Problem> failures,
            List<ReorganisationInputs.Step> steps,
            List<ReorganisationInputs.Heir> heirs,
            int version) {

        /** Of a request with its steps and the heirs that it names, or for null without them. */
        public static Request of(
                ReorganisationView view,
                List<ReorganisationStep> steps,
                List<ReorganisationHeir> heirs,
                Locale locale) {
            return new Request(
                    view.id(),
                    view.number(),
                    view.title(),
                    word(view.state()),
                    view.acts().stream().map(ReorganisationOutputs::word).toList(),
                    view.agencyCode(),
                    view.agencyName(),
                    view.document(),
                    view.documentDate() == null ? null : view.documentDate().toString(),
                    day(view.effectiveAt()),
                    view.aliasDays(),
                    view.requestedBy(),
                    view.acceptedBy(),
                    view.approvedBy(),
                    view.createdAt(),
                    view.submittedAt(),
                    view.appliedAt(),
                    view.undoUntil(),
                    ReorganisationOutputs.problems(view.failures(), locale),
                    steps == null
                            ? null
                            : steps.stream().map(ReorganisationOutputs::step).toList(),
                    heirs == null
                            ? null
                            : heirs.stream().map(ReorganisationOutputs::heir).toList(),
                    view.version());
        }
    }

    /** Schema ReorganisationProblem. */
    public record Problem(int step, boolean error, String reason, String text) {}

    /** Schema ReorganisationImpact. */
    public record Impact(boolean possible, List<Problem> problems, List<Change> changes, Map<String, Long> inherited) {

        /** Of what a request would do. */
        public static Impact of(ReorganisationImpact impact, Locale locale) {
            Map<String, Long> counts = new TreeMap<>();
            impact.inherited().forEach((subject, count) -> counts.put(subject.toLowerCase(Locale.ROOT), count));
            return new Impact(
                    impact.possible(),
                    ReorganisationOutputs.problems(impact.problems(), locale),
                    impact.changes().stream().map(Change::of).toList(),
                    counts);
        }
    }

    /** Schema ReorganisationChange. */
    public record Change(UUID agencyId, String kind, Agency before, Agency after, List<String> successors) {

        /** Of what becomes, or became, of an agency. */
        public static Change of(ReorganisationImpact.Change change) {
            return new Change(
                    change.agencyId(),
                    change.kind().toLowerCase(Locale.ROOT),
                    Agency.of(change.before()),
                    Agency.of(change.after()),
                    change.successors());
        }
    }

    /** Schema ReorganisedAgency. */
    public record Agency(String name, String code, String parent) {
        private static Agency of(ReorganisationImpact.State state) {
            return state == null ? null : new Agency(state.name(), state.code(), state.parent());
        }
    }

    /** Schema ReorganisationThing. */
    public record Thing(
            String subject,
            UUID id,
            String label,
            String agency,
            String agencyName,
            boolean chosen,
            String heir,
            String heirName) {

        /** Of something that an agency leaves behind. */
        public static Thing of(ReorganisationThing thing) {
            return new Thing(
                    word(thing.subject()),
                    thing.id(),
                    thing.label(),
                    thing.agencyCode(),
                    thing.agencyName(),
                    thing.chosen(),
                    thing.heir(),
                    thing.heirName());
        }
    }

    /** Schema ReorganisationEvent. */
    public record Event(UUID id, Instant at, String actor, String act, String from, String to, String note) {

        /** Of something that happened. */
        public static Event of(ReorganisationEvent event) {
            return new Event(
                    event.id(),
                    event.at(),
                    event.actor(),
                    event.act().toLowerCase(Locale.ROOT),
                    event.from() == null ? null : word(event.from()),
                    event.to() == null ? null : word(event.to()),
                    event.note());
        }
    }

    /** Schema ReorganisationDocument. */
    public record Document(
            UUID id, String name, String mediaType, long size, String sha256, String addedBy, Instant addedAt) {

        /** Of a document. */
        public static Document of(ReorganisationDocument document) {
            return new Document(
                    document.id(),
                    document.name(),
                    document.mediaType(),
                    document.size(),
                    document.sha256(),
                    document.addedBy(),
                    document.addedAt());
        }
    }

    /** Schema LineageLink. */
    public record Link(
            String from,
            String fromName,
            String to,
            String toName,
            Instant at,
            String how,
            UUID changeId,
            String number) {

        /** Of one step of descent. */
        public static Link of(LineageLink link) {
            return new Link(
                    link.fromCode(),
                    link.fromName(),
                    link.toCode(),
                    link.toName(),
                    link.at(),
                    link.how().toLowerCase(Locale.ROOT),
                    link.changeId(),
                    link.number());
        }
    }

    private static List<Problem> problems(List<ReorganisationImpact.Problem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new Problem(
                        problem.step(),
                        problem.error(),
                        problem.reason(),
                        ErrorTexts.reason(
                                new FieldError(
                                        "",
                                        problem.reason(),
                                        problem.arguments().toArray()),
                                locale)))
                .toList();
    }

    private static ReorganisationInputs.Step step(ReorganisationStep step) {
        return new ReorganisationInputs.Step(
                word(step.act()),
                step.sources(),
                step.target(),
                step.targetQcvn(),
                step.name(),
                step.shortName(),
                step.kind(),
                step.parent());
    }

    private static ReorganisationInputs.Heir heir(ReorganisationHeir heir) {
        return new ReorganisationInputs.Heir(word(heir.subject()), heir.thing().toString(), heir.heir());
    }

    private static String day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZONE).toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
