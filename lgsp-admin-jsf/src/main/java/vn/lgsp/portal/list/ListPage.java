package vn.lgsp.portal.list;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/**
 * A page with one list: request scoped, and nothing is kept on the server between two requests. A subclass says what the list consists of
 * and finds its rows; everything else is done here and by {@code lg:list}.
 *
 * @param <R> the row
 */
public abstract class ListPage<R> {
    private static final int CHOICES = 8;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Visit visit;

    private ListShape<R> shape;
    private Selection selection;
    /** What the text in the agency's field can mean; null until somebody asks. */
    private List<AgencyView> agencies;

    private List<R> found;
    private LgspException refusal;

    /** Null until somebody asks. */
    private Optional<Chart> drawn;

    private Optional<String> counted;

    /** What the list consists of. */
    protected abstract ListShape<R> shape();

    /**
     * Finds rows in their order.
     *
     * @param after the key of the row after which to begin; null for the beginning
     * @param limit how many rows at the most
     */
    protected abstract List<R> find(Selection narrowed, String after, int limit);

    /** A chart above the list, over the same selection; null for none. */
    protected Chart chart(Selection narrowed) {
        return null;
    }

    /** How many rows there are in all, as a text; null when that is not worth counting. */
    protected String count(Selection narrowed) {
        return null;
    }

    /** Who asks. */
    protected Me me() {
        return me;
    }

    protected Texts texts() {
        return texts;
    }

    protected Format format() {
        return format;
    }

    /** The constants of an enum to choose from, with their words of a family. */
    protected List<Choice> choices(String family, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), texts.of(family, constant)))
                .toList();
    }

    /** The usual periods to choose from. */
    protected List<Choice> periods() {
        return Arrays.stream(Period.values())
                .map(period -> new Choice(period.code(), texts.of("period", period)))
                .toList();
    }

    /** What the list was narrowed to. */
    public Selection selection() {
        if (selection == null) {
            Map<String, String> parameters = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
            selection = Selection.of(parameters, getShape().filters());
            agencies = agencies(selection.text("don-vi"));
            selection = selection.with(agencies.size() == 1 ? agencies.get(0) : null);
        }
        return selection;
    }

    public ListShape<R> getShape() {
        if (shape == null) {
            shape = shape();
        }
        return shape;
    }

    public List<FilterField> getFields() {
        return new FilterBar(getShape(), selection(), texts).fields();
    }

    /** The rows of this page. */
    public List<R> getRows() {
        List<R> rows = rows();
        return rows.subList(0, Math.min(rows.size(), selection().size()));
    }

    /** Rows from some place on, for exports: the same filters, without pages. */
    public List<R> rowsAfter(String after, int limit) {
        return unclear() ? List.of() : find(selection(), after, limit);
    }

    /** Drawn once, however often the page asks for it. */
    public Chart getChart() {
        if (drawn == null) {
            drawn = Optional.ofNullable(refusal == null && !unclear() ? chart(selection()) : null);
        }
        return drawn.orElse(null);
    }

    /** How many there are in all; null when not counted. */
    public String getCount() {
        if (counted == null) {
            counted = Optional.ofNullable(refusal == null && !unclear() ? count(selection()) : null);
        }
        return counted.orElse(null);
    }

    /** Why there is nothing to show: refused, agency, choose, end, filter, period, none; null when there is something. */
    public String getEmptiness() {
        if (!rows().isEmpty()) {
            return null;
        }
        if (refusal != null) {
            return "refused";
        }
        if (unclear()) {
            return agencies.isEmpty() ? "agency" : "choose";
        }
        if (!selection().anchors().isEmpty()) {
            return "end";
        }
        if (isNarrowed()) {
            return "filter";
        }
        return hasPeriod() && selection().period() != Period.D365 ? "period" : "none";
    }

    /** What went wrong while the rows were looked for, and what to do; null when nothing. */
    public String getRefusalTitle() {
        return refusal == null ? null : ErrorTexts.title(refusal.code(), visit.getLocale());
    }

    public String getRefusalFix() {
        return refusal == null ? null : ErrorTexts.fix(refusal.code(), visit.getLocale());
    }

    /** The agencies that the text typed can mean, when it is not clear which. */
    public List<AgencyChoice> getAgencyChoices() {
        return agencies.stream()
                .map(agency ->
                        new AgencyChoice(agency.name(), agency.code(), address().with("don-vi", agency.code())))
                .toList();
    }

    /** One agency to choose, with the address of the list narrowed to it. */
    public record AgencyChoice(String name, String code, String address) {}

    /** Whether anything but the period narrows the list. */
    public boolean isNarrowed() {
        return getShape().filters().stream()
                .anyMatch(filter ->
                        filter.kind() != Filter.Kind.PERIOD && selection().text(filter.name()) != null);
    }

    /** Whether anything was set that can be cleared. */
    public boolean isCleared() {
        return address().query().isEmpty();
    }

    public String getOlder() {
        List<R> rows = rows();
        return rows.size() > selection().size()
                ? address()
                        .at(selection().then(getShape().key(rows.get(selection().size() - 1))))
                : null;
    }

    public String getNewer() {
        return selection().anchors().isEmpty() ? null : address().at(selection().back());
    }

    public String getFirst() {
        return address().at(List.of());
    }

    /** The same list over the last year. */
    public String getWider() {
        return address().with("ky", Period.D365.code());
    }

    public int getPage() {
        return selection().anchors().size() + 1;
    }

    /** The address of the same list over other days, both included: for charts that lead to a part of their time. */
    protected String over(LocalDate first, LocalDate last) {
        return address().over(first, last);
    }

    /** Whether this page shows all there is. */
    protected boolean whole() {
        return selection().anchors().isEmpty() && rows().size() <= selection().size();
    }

    /** The filters as they stand in the address; empty when none is set. */
    public String getQuery() {
        return address().query();
    }

    /** Whether the list is over a period. */
    public boolean hasPeriod() {
        return getShape().filters().stream().anyMatch(filter -> filter.kind() == Filter.Kind.PERIOD);
    }

    /** The filters in words, {@code Trạng thái: Đã hủy}; empty when none is set. */
    public List<String> filtersInWords() {
        return new FilterBar(getShape(), selection(), texts).inWords();
    }

    private boolean unclear() {
        return selection().text("don-vi") != null && selection().agency() == null;
    }

    private List<AgencyView> agencies(String typed) {
        if (typed == null) {
            return List.of();
        }
        return AgencyCode.parse(typed).isPresent()
                ? directory.byCode(typed).map(List::of).orElse(List.of())
                : directory.search(typed, CHOICES);
    }

    private List<R> rows() {
        if (found == null) {
            try {
                found = rowsAfter(selection().after(), selection().size() + 1);
            } catch (LgspException e) {
                if (e.code() == ErrorCode.FORBIDDEN || e.code() == ErrorCode.NOT_FOUND) {
                    throw e;
                }
                refusal = e;
                found = List.of();
            }
        }
        return found;
    }

    private ListAddress address() {
        return new ListAddress(getShape(), selection());
    }
}
