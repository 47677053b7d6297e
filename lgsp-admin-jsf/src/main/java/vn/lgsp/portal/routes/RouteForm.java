package vn.lgsp.portal.routes;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
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
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private RouteVersionView draft;
    private int position;
    private Map<String, String> known = Map.of();
    private Map<String, String> problems = Map.of();
    private String problem;

    @PostConstruct
    void read() {
        draft = routes.draft(me.staff()).orElse(null);
        int size = draft == null ? 0 : draft.rules().size();
        String typed = request.getParameter("so");
        position = typed != null && typed.matches("\\d{1,4}") ? Math.min(Integer.parseInt(typed), size) : size;
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
        return draft == null ? null : draft.revision();
    }

    /** What stands in a field: what was typed, or what is known. */
    public String value(String name) {
        String typed = request.getParameter(name);
        String there = known.get(name);
        return typed != null ? typed.strip() : there == null ? "" : there;
    }

    /** Writes the draft with this rule. */
    public void save() throws IOException {
        try {
            List<RouteRule> rules = new ArrayList<>(draft == null ? List.of() : draft.rules());
            boolean enabled = position >= rules.size() || rules.get(position).enabled();
            RouteRule rule = rule(enabled);
            if (position < rules.size()) {
                rules.set(position, rule);
            } else {
                rules.add(rule);
            }
            routes.write(me.staff(), rules, draft == null ? null : draft.note(), seen());
            redirect.to(Paths.ROUTES + "?xong=change");
        } catch (LgspException refusal) {
            String prefix = "rules[" + position + "].";
            problems = explanation.fields(refusal).entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().replace(prefix, ""), Map.Entry::getValue, (one, other) -> one));
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
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
                ErrorCode.REQUEST_INVALID,
                List.of(new LgspException.FieldError("rules[" + position + "]." + field, "form")));
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

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : null;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    public List<Choice> getBelow() {
        return List.of(new Choice(YES, texts.get("route.below.yes")));
    }
}
