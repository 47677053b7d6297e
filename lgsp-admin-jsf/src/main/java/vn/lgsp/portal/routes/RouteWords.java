package vn.lgsp.portal.routes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.RouteRule;

/** Puts rules into words. */
@RequestScoped
public class RouteWords {
    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /** What has to hold; that everything is taken where nothing has to. */
    public String when(RouteRule.Condition when) {
        List<String> parts = new ArrayList<>();
        add(parts, "route.when.type", String.join(", ", when.dataTypes()));
        add(
                parts,
                "route.when.importance",
                when.importances().stream()
                        .map(importance -> texts.of("importance", importance))
                        .collect(Collectors.joining(", ")));
        add(parts, when.below() ? "route.when.below" : "route.when.source", when.source());
        add(parts, "route.when.words", String.join(", ", when.words()));
        add(parts, "route.when.least", when.minBytes() == null ? null : format.bytes(when.minBytes()));
        add(parts, "route.when.most", when.maxBytes() == null ? null : format.bytes(when.maxBytes()));
        add(parts, "route.when.hours", when.fromHour() == null ? null : when.fromHour() + "–" + when.toHour());
        add(
                parts,
                "route.when.days",
                when.days().stream().map(day -> texts.of("weekday", day)).collect(Collectors.joining(", ")));
        return parts.isEmpty() ? texts.get("route.when.any") : String.join("; ", parts);
    }

    private void add(List<String> parts, String key, String value) {
        if (value != null && !value.isEmpty()) {
            parts.add(texts.with(key, value));
        }
    }

    /** Who receives. */
    public String to(RouteRule.Target to) {
        List<String> parts = new ArrayList<>();
        add(parts, "route.to.agencies", String.join(", ", to.agencies()));
        add(parts, "route.to.groups", String.join(", ", to.groups()));
        add(parts, "route.to.application", to.application());
        add(parts, "route.to.backup", to.backup());
        return String.join("; ", parts);
    }

    /** All of a rule, for comparing it. */
    public String whole(RouteRule rule) {
        return rule.code() + " · " + rule.name() + " · " + when(rule.when()) + " → " + to(rule.to())
                + (rule.enabled() ? "" : " · " + texts.get("route.off"));
    }
}
