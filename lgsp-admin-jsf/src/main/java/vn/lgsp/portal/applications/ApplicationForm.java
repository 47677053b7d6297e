package vn.lgsp.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.ApplicationInput;
import vn.lgsp.registry.boundary.Applications;
import vn.lgsp.registry.boundary.Directory;

/** The form with which an application is registered or changed: the latter when the address names one. */
@Named
@RequestScoped
public class ApplicationForm {
    @Inject
    private Applications applications;

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

    private ApplicationDetails known;
    private String problem;
    private Map<String, String> problems = Map.of();

    /** A type of data to tick. */
    public record Tick(String value, String text, boolean chosen) {}

    @PostConstruct
    void read() {
        String id = request.getParameter("ma");
        known = id == null ? null : applications.find(me.staff(), ApplicationPage.id(id));
    }

    /** Registers or changes, as the address says. */
    public void save() throws IOException {
        try {
            ApplicationDetails saved = known == null ? register() : change();
            String done = known == null ? "register" : "change";
            redirect.to(Paths.APPLICATION + "?ma=" + saved.row().id() + "&xong=" + done);
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
            problem = refusal.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(refusal);
        }
    }

    private ApplicationDetails register() {
        AgencyView agency = directory
                .byCode(getAgency())
                .orElseThrow(() ->
                        new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("agency", "agency"))));
        return applications.register(
                me.staff(), agency.id(), getCode(), constant("moi-truong", Environment.class), input());
    }

    private ApplicationDetails change() {
        String seen = request.getParameter("ban");
        int version = seen != null && seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
        return applications.change(me.staff(), known.row().id(), version, input());
    }

    private ApplicationInput input() {
        String side = getSide();
        return new ApplicationInput(
                getName(),
                constant("loai", Application.Kind.class),
                !side.equals("DESTINATION") && !side.isEmpty(),
                !side.equals("SOURCE") && !side.isEmpty(),
                constant("kenh", Application.Channel.class),
                getCallback(),
                getDescription(),
                getContact(),
                ticked("gui"),
                ticked("nhan"));
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(request.getParameter(name)))
                .findFirst()
                .orElse(null);
    }

    private Set<String> ticked(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Set.of() : Set.of(values);
    }

    public boolean isKnown() {
        return known != null;
    }

    public ApplicationDetails getApplication() {
        return known;
    }

    /** The version that was looked at when the form was opened. */
    public String getVersion() {
        return typed("ban", known == null ? "" : String.valueOf(known.version()));
    }

    public String getProblem() {
        return problem;
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.containsKey(field) ? texts.with("user.field.refused", problems.get(field)) : null;
    }

    public String getAgency() {
        return typed(
                "don-vi",
                directory.byId(me.staff().agencyId()).map(AgencyView::code).orElse(""));
    }

    public String getCode() {
        return typed("ma-ung-dung", "");
    }

    public String getName() {
        return typed("ten", known == null ? "" : known.row().name());
    }

    public String getEnvironment() {
        return typed("moi-truong", Environment.TEST.name());
    }

    public String getKind() {
        return typed("loai", known == null ? "STANDARD" : known.row().kind().name());
    }

    public String getChannel() {
        return typed("kenh", known == null ? "PULL" : known.row().channel().name());
    }

    public String getSide() {
        String both = "BOTH";
        if (known == null) {
            return typed("vai-tro", both);
        }
        return typed(
                "vai-tro",
                known.row().sends() && known.row().receives()
                        ? both
                        : known.row().sends() ? "SOURCE" : "DESTINATION");
    }

    public String getCallback() {
        return typed("goi-lai", known == null ? "" : text(known.callback()));
    }

    public String getDescription() {
        return typed("mo-ta", known == null ? "" : text(known.description()));
    }

    public String getContact() {
        return typed("lien-he", known == null ? "" : text(known.contact()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private String typed(String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value.strip();
    }

    public List<Choice> getEnvironments() {
        return choices("environment", Environment.values());
    }

    public List<Choice> getKinds() {
        return choices("application-kind", Application.Kind.values());
    }

    public List<Choice> getChannels() {
        return choices("application-channel", Application.Channel.values());
    }

    public List<Choice> getSides() {
        return List.of(
                new Choice("BOTH", texts.get("application.side.both")),
                new Choice("SOURCE", texts.get("application-side.SOURCE")),
                new Choice("DESTINATION", texts.get("application-side.DESTINATION")));
    }

    public List<Tick> getSendTypes() {
        return ticks("gui", known == null ? Set.of() : known.sendTypes());
    }

    public List<Tick> getReceiveTypes() {
        return ticks("nhan", known == null ? Set.of() : known.receiveTypes());
    }

    private List<Tick> ticks(String name, Set<String> otherwise) {
        Set<String> chosen = request.getParameter("ten") == null ? otherwise : ticked(name);
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type ->
                        new Tick(type.code(), english ? type.nameEn() : type.nameVi(), chosen.contains(type.code())))
                .toList();
    }

    private List<Choice> choices(String family, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), texts.of(family, constant)))
                .collect(Collectors.toList());
    }
}
