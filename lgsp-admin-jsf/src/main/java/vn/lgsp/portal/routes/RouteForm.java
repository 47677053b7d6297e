package vn.lgsp.portal.routes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVersionView;
import vn.lgsp.routing.boundary.Routes;

/** One rule of the draft: an existing one or a new one at the end (portal.md 5.1). */
@Named
@RequestScoped
public class RouteForm {
    private static final String YES = "co";

    @Inject
    private Routes routes;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Submission submission;

    private RouteVersionView draft;
    private int position;
    private Map<String, String> known = Map.of();

    @PostConstruct
    void read() {
        draft = routes.draft(me.staff()).orElse(null);
        int size = draft == null ? 0 : draft.rules().size();
        position = Math.min(submission.number("so", size), size);
        if (position < size) {
            known = known(draft.rules().get(position));
        }
    }

    private static Map<String, String> known(RouteRule rule) {
        RouteRule.Condition when = rule.when();
        Map<String, String> values = new HashMap<>();
        values.put("ten", rule.name());
        values.put("ma-quy-tac", rule.code());
        values.put("loai", String.join(" ", when.dataTypes()));
        values.put("do-khan", when.importances().stream().map(Importance::code).collect(Collectors.joining(" ")));
        values.put("nguon", when.source());
        values.put("cap-duoi", when.below() ? YES : "");
        values.put("tu", String.join(", ", when.words()));
        values.put("it-nhat", text(when.minBytes()));
        values.put("nhieu-nhat", text(when.maxBytes()));
        values.put("gio", when.fromHour() == null ? "" : when.fromHour() + "-" + when.toHour());
        values.put(
                "ngay",
                when.days().stream()
                        .map(day -> Integer.toString(day.getValue()))
                        .collect(Collectors.joining(" ")));
        values.put("dich", String.join(" ", rule.to().agencies()));
        values.put("nhom", String.join(" ", rule.to().groups()));
        values.put("ung-dung", rule.to().application());
        values.put("du-phong", rule.to().backup());
        return values;
    }

    private static String text(Long number) {
        return number == null ? "" : number.toString();
    }

    /** Which rule, from 0; as many as there are for a new one. */
    public int getPosition() {
        return position;
    }

    public Integer getRevision() {
        return draft == null ? null : draft.version();
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name) {
        String there = known.get(name);
        return submission.sent(name) ? submission.typed(name) : there == null ? "" : there;
    }

    /** Writes the draft with this rule. */
    public void save() throws IOException {
        submission.fill(() -> {
            List<RouteRule> rules = new ArrayList<>(draft == null ? List.of() : draft.rules());
            boolean enabled = position >= rules.size() || rules.get(position).enabled();
            RouteRule rule = rule(enabled);
            if (position < rules.size()) {
                rules.set(position, rule);
            } else {
                rules.add(rule);
            }
            routes.write(me.staff(), rules, draft == null ? null : draft.note(), submission.seen());
            return Submission.done(Paths.ROUTES, "change");
        });
    }

    private RouteRule rule(boolean enabled) {
        List<Integer> hours = hours();
        return new RouteRule(
                value("ma-quy-tac"),
                value("ten"),
                enabled,
                new RouteRule.Condition(
                        words(value("loai"), "\\s+"),
                        words(value("do-khan"), "\\s+").stream()
                                .map(code -> Importance.byCode(code).orElseThrow(() -> refused("when.importances")))
                                .toList(),
                        orNull(value("nguon")),
                        value("cap-duoi").equals(YES),
                        words(value("tu"), ","),
                        bytes("it-nhat", "when.minBytes"),
                        bytes("nhieu-nhat", "when.maxBytes"),
                        hours.isEmpty() ? null : hours.get(0),
                        hours.isEmpty() ? null : hours.get(1),
                        words(value("ngay"), "[\\s,]+").stream().map(this::day).toList()),
                new RouteRule.Target(
                        words(value("dich"), "[\\s,;]+"),
                        words(value("nhom"), "[\\s,;]+"),
                        orNull(value("ung-dung")),
                        orNull(value("du-phong"))));
    }

    private List<Integer> hours() {
        String typed = value("gio");
        if (typed.isEmpty()) {
            return List.of();
        }
        if (!typed.matches("\\d{1,2}-\\d{1,2}")) {
            throw refused("when.fromHour");
        }
        return Arrays.stream(typed.split("-")).map(Integer::valueOf).toList();
    }

    private Long bytes(String name, String field) {
        String typed = value(name);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,15}")) {
            throw refused(field);
        }
        return Long.valueOf(typed);
    }

    private DayOfWeek day(String number) {
        if (!number.matches("[1-7]")) {
            throw refused("when.days");
        }
        return DayOfWeek.of(Integer.parseInt(number));
    }

    private LgspException refused(String field) {
        return new LgspException(
                ErrorCode.REQUEST_INVALID, List.of(new LgspException.FieldError(place(field), "form")));
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Why a field of the rule was refused; null when it was not. */
    public String problem(String field) {
        return submission.problem(place(field));
    }

    private String place(String field) {
        return "rules[" + position + "]." + field;
    }

    public List<Choice> getBelow() {
        return List.of(new Choice(YES, texts.get("route.below.yes")));
    }
}
