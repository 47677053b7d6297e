package vn.lgsp.reporting.control;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.boundary.ReorganisationEvent;
import vn.lgsp.registry.boundary.ReorganisationImpact;
import vn.lgsp.registry.boundary.ReorganisationStep;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.ReorganisationView;

/**
 * A request for reorganisation on paper (bản in đề nghị thay đổi tổ chức, Điều 7.2), A4 upright: what was asked by whom and on which decision, step by
 * step, each agency before and after with its codes, who inherits otherwise than by the rule, the documents with their digests, who decided when.
 */
public final class DecisionPdf {
    private static final String BUNDLE = "vn.lgsp.reporting.control.Decision";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final float MARGIN = 42;
    /** Longer tables are cut, and say so: a paper is to be filed, not to hold a province of villages twice. */
    private static final int MOST_ROWS = 3_000;

    private final Dossier dossier;
    private final Locale locale;
    private final Written written;
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 12);
    private int sections;

    /**
     * What is printed.
     *
     * @param changes what it did; for one that was not carried out what it would do now
     * @param exceptions who inherits, or inherited, otherwise than by the rule
     * @param printedBy full name of whoever has it printed
     */
    public record Dossier(
            ReorganisationView request,
            List<ReorganisationStep> steps,
            List<ReorganisationImpact.Change> changes,
            List<ReorganisationThing> exceptions,
            List<ReorganisationDocument> documents,
            List<ReorganisationEvent> events,
            String printedBy,
            Instant printedAt) {}

    private DecisionPdf(Dossier dossier, Locale locale) {
        this.dossier = dossier;
        this.locale = locale;
        written = new Written(locale);
    }

    /** Writes the whole document; the stream is not closed. */
    public static void write(Dossier dossier, Locale locale, OutputStream out) throws IOException {
        try {
            new DecisionPdf(dossier, locale).write(out);
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
    }

    private void write(OutputStream out) throws DocumentException {
        ReorganisationView request = dossier.request();
        String title = text("title") + " " + request.number();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new PdfFooter(title, locale));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(title);
        document.addAuthor(CellText.line(dossier.printedBy()));
        document.addSubject(CellText.line(request.title()));
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
        centred(PdfFonts.BOLD, 15, text("title").toUpperCase(locale), 2);
        centred(PdfFonts.REGULAR, 11, text("number", request.number()), 2);
        centred(PdfFonts.BOLD, 12, request.title(), 10);
        facts(request);
        steps();
        changes(request.appliedAt() != null);
        exceptions();
        documents();
        events();
        document.add(Printed.paragraph(
                PdfFonts.ITALIC,
                Printed.SIZE,
                text("printed", dossier.printedBy(), written.time(dossier.printedAt())),
                0,
                Element.ALIGN_LEFT));
        document.close();
    }

    private void facts(ReorganisationView request) throws DocumentException {
        PdfPTable table = Printed.table(new float[] {30, 70});
        fact(table, "state", text("state." + request.state()));
        fact(table, "agency", request.agencyName() + " (" + request.agencyCode() + ")");
        fact(table, "document", Printed.join(" – ", request.document(), day(request.documentDate())));
        fact(table, "effective", at(request.effectiveAt(), true));
        fact(table, "alias-days", written.number(request.aliasDays(), 0));
        fact(table, "requested-by", request.requestedBy());
        fact(table, "accepted-by", request.acceptedBy());
        fact(table, "approved-by", request.approvedBy());
        fact(table, "applied", at(request.appliedAt(), false));
        table.setSpacingAfter(8);
        document.add(table);
    }

    private void fact(PdfPTable table, String key, String value) {
        PdfPCell label = Printed.cell(PdfFonts.BOLD, text("fact." + key));
        label.setBackgroundColor(Printed.HEAD);
        table.addCell(label);
        table.addCell(Printed.cell(PdfFonts.REGULAR, Printed.orDash(value)));
    }

    private void steps() throws DocumentException {
        PdfPTable table = section(
                "steps", new float[] {6, 12, 26, 20, 22, 14}, "number", "act", "sources", "target", "name", "parent");
        int number = 0;
        for (ReorganisationStep step : cut(dossier.steps())) {
            row(
                    table,
                    Integer.toString(++number),
                    text("act." + step.act()),
                    String.join(", ", step.sources()),
                    Printed.join(" · ", step.target(), step.targetQcvn()),
                    Printed.join(" – ", step.name(), step.kind()),
                    step.parent());
        }
        end(table, dossier.steps().size());
    }

    private void changes(boolean done) throws DocumentException {
        PdfPTable table =
                section(done ? "changes" : "changes-ahead", new float[] {40, 18, 42}, "before", "change", "after");
        for (ReorganisationImpact.Change change : cut(dossier.changes())) {
            row(
                    table,
                    state(change.before()),
                    text("kind." + change.kind()),
                    change.after() == null
                            ? change.successors().isEmpty()
                                    ? text("no-successor")
                                    : String.join("\n", change.successors())
                            : state(change.after()));
        }
        end(table, dossier.changes().size());
    }

    private String state(ReorganisationImpact.State state) {
        if (state == null) {
            return null;
        }
        String below = state.parent() == null ? null : text("below", state.parent());
        return Printed.join("\n", state.name(), state.code(), below);
    }

    private void exceptions() throws DocumentException {
        if (dossier.exceptions().isEmpty()) {
            return;
        }
        PdfPTable table = section("exceptions", new float[] {16, 34, 25, 25}, "subject", "thing", "from", "heir");
        for (ReorganisationThing thing : cut(dossier.exceptions())) {
            row(
                    table,
                    text("subject." + thing.subject()),
                    thing.label(),
                    Printed.join("\n", thing.agencyName(), thing.agencyCode()),
                    thing.heir() == null ? text("ends") : Printed.join("\n", thing.heirName(), thing.heir()));
        }
        end(table, dossier.exceptions().size());
    }

    private void documents() throws DocumentException {
        PdfPTable table = section("documents", new float[] {26, 10, 42, 22}, "file", "size", "sha256", "added");
        for (ReorganisationDocument paper : dossier.documents()) {
            row(
                    table,
                    paper.name(),
                    written.bytes(paper.size()),
                    paper.sha256(),
                    Printed.join("\n", paper.addedBy(), written.time(paper.addedAt())));
        }
        end(table, dossier.documents().size());
    }

    private void events() throws DocumentException {
        PdfPTable table = section("events", new float[] {22, 24, 20, 34}, "at", "actor", "what", "note");
        for (ReorganisationEvent event : cut(dossier.events())) {
            row(table, written.time(event.at()), event.actor(), text("event." + event.act()), event.note());
        }
        end(table, dossier.events().size());
    }

    private PdfPTable section(String key, float[] widths, String... columns) throws DocumentException {
        document.add(Printed.paragraph(
                PdfFonts.BOLD, 11, ++sections + ". " + text("section." + key), 4, Element.ALIGN_LEFT));
        PdfPTable table = Printed.table(widths);
        table.setHeaderRows(1);
        for (String column : columns) {
            PdfPCell cell = Printed.cell(PdfFonts.BOLD, text("column." + column));
            cell.setBackgroundColor(Printed.HEAD);
            table.addCell(cell);
        }
        return table;
    }

    private static <T> List<T> cut(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    }

    private void row(PdfPTable table, String... values) {
        for (String value : values) {
            table.addCell(Printed.cell(PdfFonts.REGULAR, Printed.orDash(value)));
        }
    }

    private void end(PdfPTable table, int rows) throws DocumentException {
        if (rows == 0) {
            PdfPCell none = Printed.cell(PdfFonts.ITALIC, text("none"));
            none.setColspan(table.getNumberOfColumns());
            table.addCell(none);
        }
        document.add(table);
        if (rows > MOST_ROWS) {
            document.add(Printed.paragraph(
                    PdfFonts.BOLD,
                    Printed.SIZE,
                    text("more", written.number(rows - MOST_ROWS, 0)),
                    8,
                    Element.ALIGN_LEFT));
        }
    }

    private void centred(PdfFonts font, float size, String text, float after) throws DocumentException {
        document.add(Printed.paragraph(font, size, text, after, Element.ALIGN_CENTER));
    }

    private String at(Instant instant, boolean dayAlone) {
        if (instant == null) {
            return null;
        }
        return dayAlone ? day(LocalDate.ofInstant(instant, Written.ZONE)) : written.time(instant);
    }

    private static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private String text(String key, Object... values) {
        return Heading.text(BUNDLE, locale, key, values);
    }
}
