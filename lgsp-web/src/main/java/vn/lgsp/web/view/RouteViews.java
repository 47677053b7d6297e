package vn.lgsp.web.view;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.RouteNote;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteTrial;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.RouteVersionView;
import vn.lgsp.web.problem.Problem;

/** Rules that find destinations, as the contract names them. */
public final class RouteViews {
    private RouteViews() {}

    /** Schema RouteRule; in and out. */
    public record Rule(String code, String name, Boolean enabled, When when, To to) {
        static Rule of(RouteRule rule) {
            return new Rule(rule.code(), rule.name(), rule.enabled(), When.of(rule.when()), To.of(rule.to()));
        }

        RouteRule toRule(String field) {
            When condition = when == null ? When.NONE : when;
            if (to == null) {
                throw Inputs.invalid(field + ".to", "required");
            }
            return new RouteRule(
                    code, name, enabled == null || enabled, condition.toCondition(field + ".when."), to.toTarget());
        }
    }

    /** Schema RouteCondition. */
    public record When(
            List<String> dataTypes,
            List<String> importances,
            String source,
            Boolean below,
            List<String> words,
            Long minBytes,
            Long maxBytes,
            Integer fromHour,
            Integer toHour,
            List<String> days) {
        private static final When NONE = new When(null, null, null, null, null, null, null, null, null, null);

        static When of(RouteRule.Condition when) {
            return new When(
                    filled(when.dataTypes(), Function.identity()),
                    filled(when.importances(), Importance::code),
                    when.source(),
                    when.source() == null ? null : when.below(),
                    filled(when.words(), Function.identity()),
                    when.minBytes(),
                    when.maxBytes(),
                    when.fromHour(),
                    when.toHour(),
                    filled(when.days(), day -> day.name().toLowerCase(Locale.ROOT)));
        }

        private static <T> List<String> filled(List<T> values, Function<T, String> word) {
            return values.isEmpty() ? null : values.stream().map(word).toList();
        }

        RouteRule.Condition toCondition(String field) {
            return new RouteRule.Condition(
                    present(field + "dataTypes", dataTypes),
                    present(field + "importances", importances).stream()
                            .map(code -> Importance.byCode(code)
                                    .orElseThrow(() -> Inputs.invalid(field + "importances", "form")))
                            .toList(),
                    source,
                    below != null && below,
                    present(field + "words", words),
                    minBytes,
                    maxBytes,
                    fromHour,
                    toHour,
                    present(field + "days", days).stream()
                            .map(code -> day(field, code))
                            .toList());
        }

        private static DayOfWeek day(String field, String code) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst()
                    .orElseThrow(() -> Inputs.invalid(field + "days", "form"));
        }
    }

    /** Schema RouteTarget. */
    public record To(List<String> agencies, List<String> groups, String application, String backup) {
        static To of(RouteRule.Target to) {
            return new To(
                    to.agencies().isEmpty() ? null : to.agencies(),
                    to.groups().isEmpty() ? null : to.groups(),
                    to.application(),
                    to.backup());
        }

        RouteRule.Target toTarget() {
            return new RouteRule.Target(
                    present("to.agencies", agencies), present("to.groups", groups), application, backup);
        }
    }

    private static List<String> present(String field, List<String> values) {
        if (values != null && values.contains(null)) {
            throw Inputs.invalid(field, "form");
        }
        return values == null ? List.of() : values;
    }

    /** Schema RouteDraft. */
    public record Draft(List<Rule> rules, String note) {
        /** The rules; what cannot be one is refused here, everything else by the core. */
        public List<RouteRule> toRules() {
            if (rules == null || rules.contains(null)) {
                throw Inputs.invalid("rules", "required");
            }
            return java.util.stream.IntStream.range(0, rules.size())
                    .mapToObj(i -> rules.get(i).toRule("rules[" + i + "]"))
                    .toList();
        }
    }

    /** Schema RouteVersion. */
    public record Version(
            int number,
            String state,
            List<Rule> rules,
            String note,
            String editedBy,
            Instant editedAt,
            String publishedBy,
            Instant publishedAt) {
        /** The version as the contract writes it. */
        public static Version of(RouteVersionView view) {
            return new Version(
                    view.number(),
                    view.state().code(),
                    view.rules().stream().map(Rule::of).toList(),
                    view.note(),
                    view.draftedName(),
                    view.draftedAt(),
                    view.publishedName(),
                    view.publishedAt());
        }
    }

    /** Schema RouteSimulation. */
    public record Simulation(
            List<Inputs.NewPacket.Recipient> recipients,
            String title,
            String importance,
            String dataType,
            Long size,
            String at,
            String application,
            Integer version) {
        /** The request that is tried. */
        public PacketRequest toRequest() {
            return new Inputs.NewPacket(recipients, title, importance, dataType, null, null, size, null)
                    .toRequest(null);
        }

        /** When it would come; null for now. */
        public Instant time() {
            return Inputs.time("at", at);
        }
    }

    /** Schema RouteTrial. */
    public record Trial(int version, List<Entry> entries, List<Outputs.Party> receivers, Problem refusal) {
        /** The trial as the contract writes it. */
        public static Trial of(RouteTrial trial, Problem refusal) {
            return new Trial(
                    trial.version(),
                    trial.entries().stream().map(Entry::of).toList(),
                    trial.receivers().stream().map(Outputs.Party::of).toList(),
                    refusal);
        }
    }

    /** Schema RouteTrialEntry. */
    public record Entry(int entry, String rule, Integer winner, List<Verdict> rules) {
        static Entry of(RouteTrial.Entry entry) {
            return new Entry(
                    entry.entry(),
                    entry.code(),
                    entry.verdicts().stream()
                            .filter(verdict -> verdict.outcome() == RouteVerdict.Outcome.MATCHED)
                            .map(RouteVerdict::position)
                            .findFirst()
                            .orElse(null),
                    entry.verdicts().stream()
                            .map(verdict -> new Verdict(
                                    verdict.position(),
                                    verdict.rule().name(),
                                    verdict.outcome().code()))
                            .toList());
        }
    }

    /** Schema RouteVerdict. */
    public record Verdict(int position, String name, String outcome) {}

    /** Schema RouteNote. */
    public record Note(
            int entry, String rule, int version, int position, String name, List<Lost> lost, List<String> replaced) {
        static Note of(RouteNote note) {
            return new Note(
                    note.entry(),
                    note.code(),
                    note.version(),
                    note.position(),
                    note.name(),
                    note.lost().stream()
                            .map(lost ->
                                    new Lost(lost.position(), lost.outcome().code()))
                            .toList(),
                    note.replaced().isEmpty() ? null : note.replaced());
        }
    }

    /** Schema RouteLost. */
    public record Lost(int position, String outcome) {}
}
