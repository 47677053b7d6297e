package vn.lgsp.portal.gallery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.BulkAct;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Period;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Texts;

/** The gallery: a list of the tones, with everything that a list can have, and examples for the other tags. */
@Named
@RequestScoped
public class GalleryView extends ListPage<String> {
    private static final List<String> TONES = List.of("running", "done", "attention", "error", "stopped");
    private static final int SLOTS = 24;

    @Inject
    private Texts words;

    private String typed;
    private String reason;
    private String agency;
    private LocalDate day;

    /** A step of the example of {@code lg:steps}. */
    public record Step(int number, String title, String text, String tone, String path) {}

    @Override
    protected ListShape<String> shape() {
        return ListShape.<String>at("/thu-vien", "gallery.list", tone -> tone)
                .hint("gallery.list.hint")
                .filter(Filter.text("gallery.word", "gallery.word"))
                .filter(Filter.choice("loai", "gallery.tone", List.of()))
                .filter(Filter.agency())
                .filter(Filter.period(periods(), Period.D7))
                .column(Column.<String>main("gallery.word", this::word)
                        .link(tone -> "/thu-vien?q=" + tone)
                        .below(tone ->
                                List.of(new Piece.Code("0191-" + tone, tone), new Piece.Words(word(tone), true))))
                .column(Column.state("gallery.tone", this::word, tone -> tone))
                .column(Column.time("gallery.time", tone -> Instant.now().minusSeconds(TONES.indexOf(tone) * 4000L)))
                .column(Column.duration("gallery.duration", tone -> Duration.ofMillis(TONES.indexOf(tone) * 5300L)))
                .column(Column.bytes("gallery.size", tone -> TONES.indexOf(tone) * 1_234_567L))
                .column(Column.<String>number("gallery.number", tone -> TONES.indexOf(tone) * 1234L)
                        .shown(tone -> List.of(new Piece.Progress(TONES.indexOf(tone), TONES.size()))))
                .bulk(new BulkAct("gallery.act", "gallery.act", false))
                .bulk(new BulkAct("gallery.danger", "gallery.danger", true));
    }

    @Override
    protected List<String> find(Selection narrowed, String after, int limit) {
        String wanted = narrowed.text("q");
        return TONES.stream()
                .filter(tone -> wanted == null || tone.contains(wanted))
                .toList();
    }

    @Override
    protected Chart chart(Selection narrowed) {
        return chart(Chart.Kind.BARS);
    }

    public Chart getLines() {
        return chart(Chart.Kind.LINES);
    }

    public List<Step> getSteps() {
        return IntStream.range(0, TONES.size())
                .mapToObj(i -> new Step(
                        i + 1, word(TONES.get(i)), words.get("gallery.text"), TONES.get(i), i % 2 == 0 ? "/" : null))
                .toList();
    }

    /** Every tone of a state. */
    public List<String> getTones() {
        return TONES;
    }

    /** The name of a tone. */
    public String word(String tone) {
        return words.get("gallery.tone." + tone);
    }

    /** Nothing is done in the gallery. */
    public void act() {
        reason = null;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    private Chart chart(Chart.Kind kind) {
        return new Chart(
                words.get("gallery.chart"),
                words.get("gallery.time"),
                kind,
                IntStream.range(0, SLOTS)
                        .mapToObj(hour -> new Chart.Slot("%02d:00".formatted(hour), "%02d:00".formatted(hour), null))
                        .toList(),
                List.of(
                        series("gallery.tone.running", 3, false),
                        series("gallery.tone.done", 5, false),
                        series("gallery.before", 7, true)),
                value -> format().decimal(value, 0));
    }

    private Chart.Series series(String label, int seed, boolean ghost) {
        return new Chart.Series(
                words.get(label),
                IntStream.range(0, SLOTS)
                        .mapToObj(hour -> (double) (hour * seed * 13 % 37))
                        .toList(),
                ghost);
    }
}
