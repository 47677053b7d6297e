package vn.lgsp.portal.chart;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** Writes a {@link Chart}: legend, drawing (SVG) and the same numbers as a table that unfolds. */
@FacesComponent(ChartDrawing.TYPE)
public class ChartDrawing extends UIComponentBase {
    static final String TYPE = "vn.lgsp.ChartDrawing";
    private static final int HIGH = 300;
    private static final int LOW = 130;
    private static final double GAP = 0.14;

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Chart chart = (Chart) getAttributes().get("chart");
        boolean low = "low".equals(getAttributes().get("size"));
        Texts texts = CDI.current().select(Texts.class).get();
        String root = CDI.current().select(Visit.class).get().getRoot();
        Svg svg = new Svg(context.getResponseWriter());
        svg.open("div", "class", "figure");
        if (chart.series().size() > 1) {
            legend(chart, svg);
        }
        // Where it scrolls, it scrolls by keyboard too.
        String frame = chart.kind() == Chart.Kind.GROUPS ? "chart-frame chart-frame--groups" : "chart-frame";
        svg.open("div", "class", frame, "tabindex", 0, "role", "group", "aria-label", chart.title());
        draw(chart, Scale.of(chart.highest(), low ? LOW : HIGH, chart.slots().size()), svg, root);
        svg.close("div");
        numbers(chart, svg, texts);
        svg.close("div");
    }

    private static void legend(Chart chart, Svg svg) throws IOException {
        svg.open("p", "class", "legend", "aria-hidden", "true");
        for (int i = 0; i < chart.series().size(); i++) {
            svg.text("span", chart.series().get(i).label(), "class", "legend__item legend__item--" + style(chart, i));
        }
        svg.close("p");
    }

    private static void draw(Chart chart, Scale scale, Svg svg, String root) throws IOException {
        svg.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + Scale.WIDTH + " " + scale.height(),
                "role",
                // A picture has nothing inside it to operate; a chart that leads on is a group of links.
                chart.slots().stream().anyMatch(slot -> slot.path() != null) ? "group" : "img",
                "aria-label",
                chart.title());
        for (Scale.Line line : scale.lines()) {
            svg.empty(
                    "line",
                    "class",
                    "chart__line",
                    "x1",
                    Scale.LEFT,
                    "x2",
                    Scale.WIDTH,
                    "y1",
                    line.y(),
                    "y2",
                    line.y());
            String value = chart.writing().apply(line.value());
            svg.text(
                    "text",
                    value,
                    "class",
                    "chart__label",
                    "x",
                    Scale.LEFT - 8,
                    "y",
                    line.y() + 4,
                    "text-anchor",
                    "end");
        }
        if (chart.kind() == Chart.Kind.LINES) {
            for (int i = 0; i < chart.series().size(); i++) {
                svg.empty("path", "class", "chart__path chart__path--" + style(chart, i), "d", path(chart, scale, i));
            }
        }
        for (int slot = 0; slot < chart.slots().size(); slot++) {
            slot(chart, scale, slot, svg, root);
        }
        svg.close("svg");
    }

    private static void slot(Chart chart, Scale scale, int index, Svg svg, String root) throws IOException {
        Chart.Slot slot = chart.slots().get(index);
        boolean linked = slot.path() != null;
        if (linked) {
            svg.open("a", "href", root + slot.path(), "aria-label", tooltip(chart, index));
        } else {
            svg.open("g");
        }
        svg.text("title", tooltip(chart, index));
        // The whole width of the slot answers to the pointer, however low its bars are.
        svg.empty(
                "rect",
                "class",
                "chart__slot",
                "x",
                scale.left(index),
                "y",
                0,
                "width",
                scale.width(),
                "height",
                scale.floor());
        if (chart.kind() != Chart.Kind.LINES) {
            bars(chart, scale, index, svg);
        }
        svg.close(linked ? "a" : "g");
        if (scale.labelled(index)) {
            svg.text(
                    "text",
                    slot.label(),
                    "class",
                    "chart__label",
                    "x",
                    scale.middle(index),
                    "y",
                    scale.labelY(),
                    "text-anchor",
                    "middle");
        }
    }

    private static void bars(Chart chart, Scale scale, int slot, Svg svg) throws IOException {
        double width = scale.width() * (1 - 2 * GAP) / chart.series().size();
        for (int i = 0; i < chart.series().size(); i++) {
            Double value = chart.series().get(i).values().get(slot);
            int height = value == null ? 0 : scale.bar(value);
            if (height > 0) {
                svg.empty(
                        "rect",
                        "class",
                        "chart__bar chart__bar--" + style(chart, i),
                        "x",
                        scale.left(slot) + scale.width() * GAP + i * width,
                        "y",
                        scale.floor() - height,
                        "width",
                        Math.max(1, width - 1),
                        "height",
                        height);
            }
        }
    }

    private static String path(Chart chart, Scale scale, int series) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int slot = 0; slot < chart.slots().size(); slot++) {
            Double value = chart.series().get(series).values().get(slot);
            if (value == null) {
                drawing = false;
                continue;
            }
            path.append(drawing ? 'L' : 'M')
                    .append(Svg.coordinate(scale.middle(slot)))
                    .append(' ')
                    .append(scale.y(value));
            if (!drawing) {
                // A value that stands alone is a dot.
                path.append("h0");
            }
            drawing = true;
        }
        return path.toString();
    }

    private static void numbers(Chart chart, Svg svg, Texts texts) throws IOException {
        svg.open("details", "class", "numbers");
        svg.text("summary", texts.get("chart.numbers"));
        svg.open("table", "class", "table table--small");
        svg.text("caption", chart.title(), "class", "sr-only");
        svg.open("thead");
        svg.open("tr");
        svg.text("th", chart.slotTitle(), "scope", "col");
        for (Chart.Series series : chart.series()) {
            svg.text("th", series.label(), "scope", "col", "class", "number");
        }
        svg.close("tr");
        svg.close("thead");
        svg.open("tbody");
        for (int slot = 0; slot < chart.slots().size(); slot++) {
            svg.open("tr");
            svg.text("td", chart.slots().get(slot).name());
            for (Chart.Series series : chart.series()) {
                svg.text("td", written(chart, series, slot), "class", "number");
            }
            svg.close("tr");
        }
        svg.close("tbody");
        svg.close("table");
        svg.close("details");
    }

    private static String tooltip(Chart chart, int slot) {
        StringBuilder text = new StringBuilder(chart.slots().get(slot).name());
        for (Chart.Series series : chart.series()) {
            text.append(" · ").append(series.label()).append(": ").append(written(chart, series, slot));
        }
        return text.toString();
    }

    private static String written(Chart chart, Chart.Series series, int slot) {
        Double value = series.values().get(slot);
        return value == null ? "–" : chart.writing().apply(value);
    }

    private static String style(Chart chart, int series) {
        return chart.series().get(series).ghost() ? "ghost" : Integer.toString(series + 1);
    }
}
