package vn.lgsp.portal.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.NewAccessRight;
import vn.lgsp.registry.boundary.PartyInput;
import vn.lgsp.registry.boundary.Services;

/** The form with which an access right is asked for (portal.md 4.5). */
@Named
@RequestScoped
public class AccessForm {
    private static final int MOST_SERVICES = 200;
    private static final String OPERATION = "op:";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Inject
    private AccessRequests requests;

    @Inject
    private Services services;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private String problem;
    private Map<String, String> problems = Map.of();

    /** Asks for the right. */
    public void ask() throws IOException {
        try {
            AccessRightView made = requests.request(me.staff(), input());
            redirect.to(Paths.ACCESS_RIGHT + "?ma=" + made.id() + "&xong=request");
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                problem = texts.get("access.request.foreign");
                return;
            }
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    private NewAccessRight input() {
        String what = getWhat();
        boolean operation = what.startsWith(OPERATION);
        LocalDate last = day("den-ngay", "validTo");
        LocalDate first = day("tu-ngay", "validFrom");
        return new NewAccessRight(
                new PartyInput(kind("nguon-loai"), getSource()),
                new PartyInput(kind("dich-loai"), getDestination()),
                operation || what.isEmpty() ? null : what,
                operation ? UUID.fromString(what.substring(OPERATION.length())) : null,
                first == null ? null : midnight(first),
                last == null ? null : midnight(last.plusDays(1)),
                quota(),
                getDocument(),
                getPurpose());
    }

    private RightParty.Kind kind(String name) {
        return Arrays.stream(RightParty.Kind.values())
                .filter(kind -> kind.name().equals(request.getParameter(name)))
                .findFirst()
                .orElse(null);
    }

    private Integer quota() {
        String text = getQuota();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}")) {
            throw refused("dailyQuota");
        }
        return Integer.valueOf(text);
    }

    private LocalDate day(String name, String field) {
        String text = typed(name, "");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw refused(field);
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Format.ZONE).toInstant();
    }

    private static LgspException refused(String field) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, "form")));
    }

    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.with("user.field.refused", problems.get(field)) : null;
    }

    public List<Choice> getKinds() {
        return Arrays.stream(RightParty.Kind.values())
                .map(kind -> new Choice(kind.name(), texts.of("party-kind", kind)))
                .toList();
    }

    /** Types of data, then operations of the services that the person may see. */
    public List<Choice> getWhats() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        List<Choice> whats = new java.util.ArrayList<>();
        directory
                .dataTypes()
                .forEach(type -> whats.add(new Choice(type.code(), english ? type.nameEn() : type.nameVi())));
        services.list(me.staff(), null, null, MOST_SERVICES).forEach(service -> service.operations()
                .forEach(one -> whats.add(new Choice(OPERATION + one.id(), service.name() + " / " + one.name()))));
        return whats;
    }

    public String getSourceKind() {
        return typed("nguon-loai", RightParty.Kind.AGENCY.name());
    }

    public String getSource() {
        return typed(
                "nguon",
                directory.byId(me.staff().agencyId()).map(AgencyView::code).orElse(""));
    }

    public String getDestinationKind() {
        return typed("dich-loai", RightParty.Kind.AGENCY.name());
    }

    public String getDestination() {
        return typed("dich", "");
    }

    public String getWhat() {
        String what = typed("noi-dung", "");
        return !what.startsWith(OPERATION) || what.substring(OPERATION.length()).matches("[0-9a-f-]{36}") ? what : "";
    }

    public String getFirstDay() {
        return typed("tu-ngay", "");
    }

    public String getLastDay() {
        return typed("den-ngay", "");
    }

    public String getQuota() {
        return typed("han-muc", "");
    }

    public String getDocument() {
        return typed("van-ban", "");
    }

    public String getPurpose() {
        return typed("muc-dich", "");
    }

    private String typed(String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value.strip();
    }
}
