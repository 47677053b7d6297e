package vn.lgsp.portal.list;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import vn.lgsp.portal.shell.Assets;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/**
 * Writes the rows of a {@link ListPage} as a table, which becomes cards on a telephone. In Java and not in tags because a table is what most
 * pages consist of: no component per cell, and everything that comes from the database goes through {@code writeText}.
 */
@FacesComponent(DataGrid.TYPE)
public class DataGrid extends UIComponentBase {
    static final String TYPE = "vn.lgsp.DataGrid";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ListPage<?> page = (ListPage<?>) getAttributes().get("bean");
        CDI<Object> beans = CDI.current();
        Pieces pieces = new Pieces(
                context.getResponseWriter(),
                beans.select(Texts.class).get(),
                beans.select(Format.class).get(),
                beans.select(Visit.class).get().getRoot(),
                beans.select(Assets.class).get().url("icons.svg"));
        write(page, pieces, context.getResponseWriter());
    }

    private <R> void write(ListPage<R> page, Pieces pieces, ResponseWriter out) throws IOException {
        ListShape<R> shape = page.getShape();
        boolean ticks = !shape.acts().isEmpty();
        out.startElement("div", this);
        out.writeAttribute("class", "table-frame", null);
        out.startElement("table", null);
        out.writeAttribute("class", "table", null);
        pieces.element("caption", "sr-only", pieces.texts().get(shape.title()));
        head(shape, pieces, out, ticks);
        out.startElement("tbody", null);
        Writing writing = new Writing(pieces.format());
        for (R row : page.getRows()) {
            out.startElement("tr", null);
            if (ticks) {
                pieces.tick(shape.key(row), name(shape, row));
            }
            for (Column<R> column : shape.onScreen()) {
                cell(pieces, column, row, writing, out);
            }
            out.endElement("tr");
        }
        out.endElement("tbody");
        out.endElement("table");
        out.endElement("div");
    }

    private static <R> void head(ListShape<R> shape, Pieces pieces, ResponseWriter out, boolean ticks)
            throws IOException {
        out.startElement("thead", null);
        out.startElement("tr", null);
        if (ticks) {
            pieces.tickAll();
        }
        for (Column<R> column : shape.onScreen()) {
            out.startElement("th", null);
            out.writeAttribute("scope", "col", null);
            pieces.css(column.kind().css());
            out.writeText(pieces.texts().get(column.label()), null);
            out.endElement("th");
        }
        out.endElement("tr");
        out.endElement("thead");
    }

    private static <R> void cell(Pieces pieces, Column<R> column, R row, Writing writing, ResponseWriter out)
            throws IOException {
        out.startElement("td", null);
        pieces.css(column.kind().css());
        out.startElement("span", null);
        out.writeAttribute("class", "cell-label", null);
        out.writeAttribute("aria-hidden", "true", null);
        out.writeText(pieces.texts().get(column.label()), null);
        out.endElement("span");
        out.startElement("span", null);
        out.writeAttribute("class", "cell", null);
        for (Piece piece : column.pieces(row, writing)) {
            pieces.write(piece);
        }
        List<Piece> below = column.below(row);
        if (!below.isEmpty()) {
            out.startElement("span", null);
            out.writeAttribute("class", "inline", null);
            for (Piece piece : below) {
                pieces.write(piece);
            }
            out.endElement("span");
        }
        out.endElement("span");
        out.endElement("td");
    }

    /** What tells the row, for whoever cannot see which line a box stands in: the value of its first column. */
    private static <R> String name(ListShape<R> shape, R row) {
        return String.valueOf(shape.onScreen().get(0).value(row));
    }
}
