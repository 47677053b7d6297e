package vn.lgsp.portal.list;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.reporting.boundary.ExportColumn;
import vn.lgsp.reporting.boundary.ExportFormat;
import vn.lgsp.reporting.boundary.ExportTable;
import vn.lgsp.reporting.boundary.Exports;

/**
 * {@code GET /xuat/xlsx?trang=/goi-tin&…}: the list of a page with the same filters and columns as a file, written while rows are read.
 * Whoever may not open the page gets no file of it; which rows there are the page's boundary decides, as on the screen.
 */
@WebServlet("/xuat/*")
public class ListExport extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(Format.ZONE);

    @Inject
    private transient Lists lists;

    @Inject
    private transient Exports exports;

    @Inject
    private transient Pages pages;

    @Inject
    private transient Me me;

    @Inject
    private transient Texts texts;

    @Inject
    private transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ending =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Optional<ExportFormat> format = ExportFormat.of(ending);
        String path = request.getParameter("trang");
        if (format.isEmpty() || path == null || pages.at(path).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!pages.opens(path, me.staff())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Optional<ListPage<?>> list = lists.at(path);
            if (list.isPresent()) {
                write(list.get(), format.get(), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private <R> void write(ListPage<R> list, ExportFormat format, HttpServletResponse response) throws IOException {
        ListShape<R> shape = list.getShape();
        ExportTable table = new ExportTable(
                texts.get(shape.title()),
                String.join("; ", list.filtersInWords()),
                shape.columns().stream()
                        .map(column -> new ExportColumn(texts.get(column.label()), kind(column.kind())))
                        .toList(),
                visit.getLocale());
        ExportRows<R> rows = new ExportRows<>(list);
        // The first rows are read before anything is written: a refusal still becomes its own answer.
        rows.hasNext();
        String name = shape.path().substring(1).replace('/', '-') + "-" + STAMP.format(Instant.now());
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format.ending() + "\"");
        exports.write(me.staff(), format, table, rows, response.getOutputStream());
    }

    private static ExportColumn.Kind kind(Column.Kind kind) {
        return switch (kind) {
            case TIME -> ExportColumn.Kind.TIME;
            case NUMBER -> ExportColumn.Kind.NUMBER;
            case BYTES -> ExportColumn.Kind.BYTES;
            case DURATION -> ExportColumn.Kind.DURATION;
            case TEXT, MAIN, CODE, STATE -> ExportColumn.Kind.TEXT;
        };
    }
}
