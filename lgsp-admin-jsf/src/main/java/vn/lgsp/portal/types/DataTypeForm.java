package vn.lgsp.portal.types;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.DataTypeDrafts;
import vn.lgsp.registry.boundary.DataTypeDrafts.NewDataType;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.Directory;

/** Registering a type, and writing its draft: rules and documents of the schema. */
@Named
@RequestScoped
public class DataTypeForm {
    @Inject
    private DataTypes types;

    @Inject
    private DataTypeDrafts drafts;

    @Inject
    private Directory directory;

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

    private DataTypeView type;
    private DataTypeVersionView draft;
    private RulesForm form;
    private Map<String, String> problems = Map.of();
    private String problem;
    private String text;

    @PostConstruct
    void read() {
        String code = request.getParameter("ma");
        if (code != null) {
            type = types.find(me.staff(), code);
            draft = type.versions().get(0);
            if (draft.state() != VersionState.DRAFT
                    || !drafts.choices(me.staff(), type, draft).change()) {
                throw new LgspException(ErrorCode.NOT_FOUND);
            }
        }
        form = new RulesForm(request, draft);
    }

    /** The type whose draft is written; null while one is registered. */
    public DataTypeView getType() {
        return type;
    }

    public DataTypeVersionView getDraft() {
        return draft;
    }

    /** A document of the schema; its size in bytes. */
    public record Document(String name, long bytes) {}

    public List<Document> getDocuments() {
        return draft.documents().entrySet().stream()
                .map(one -> new Document(one.getKey(), one.getValue()))
                .toList();
    }

    /** What stands in a field of the rules, or was typed into another. */
    public String value(String name) {
        return form.value(name);
    }

    /** The languages of schemas. */
    public List<Choice> getKinds() {
        return List.of(
                new Choice("XSD", texts.get("schema-kind.XSD")), new Choice("JSON", texts.get("schema-kind.JSON")));
    }

    /** The agency that is to own it: what was typed, or the person's own. */
    public String getOwner() {
        String typed = request.getParameter("don-vi");
        return typed != null
                ? typed.strip()
                : directory.byId(me.staff().agencyId()).map(AgencyView::code).orElse("");
    }

    /** Registers what the form describes. */
    public void create() throws IOException {
        act(() -> {
            String code = value("ma-loai");
            drafts.create(
                    me.staff(),
                    new NewDataType(
                            code,
                            value("ten"),
                            value("ten-anh"),
                            value("giao-thuc"),
                            owner(),
                            form.rules(),
                            form.codes()));
            return Paths.DATA_TYPE + "?ma=" + Paths.encode(code) + "&xong=create";
        });
    }

    private UUID owner() {
        return getOwner().isEmpty()
                ? null
                : directory
                        .byCode(getOwner())
                        .map(AgencyView::id)
                        .orElseThrow(() -> new LgspException(
                                ErrorCode.REQUEST_INVALID, List.of(new FieldError("owner", "agency"))));
    }

    /** Changes the rules of the draft. */
    public void edit() throws IOException {
        act(() -> {
            drafts.edit(me.staff(), type.code(), draft.number(), seen(), form.rules(), form.codes());
            return path("edit");
        });
    }

    /** Puts a document into the schema of the draft. */
    public void put() throws IOException {
        act(() -> {
            byte[] content = (text == null ? "" : text).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            drafts.put(me.staff(), type.code(), draft.number(), seen(), value("tai-lieu"), content);
            return path("put");
        });
    }

    /** Takes a document out of the schema of the draft. */
    public void remove() throws IOException {
        act(() -> {
            drafts.remove(me.staff(), type.code(), draft.number(), seen(), value("bo"));
            return path("remove");
        });
    }

    private String path(String done) {
        return Paths.DATA_TYPE_DRAFT + "?ma=" + type.code() + "&xong=" + done;
    }

    /** Something that the page does; returns where to go then. */
    private interface Act {
        String then();
    }

    private void act(Act act) throws IOException {
        try {
            redirect.to(act.then());
        } catch (LgspException refusal) {
            LgspException told = refusal.code() == ErrorCode.NOT_FOUND
                    ? new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("owner", "out-of-reach")))
                    : refusal;
            problems = explanation.fields(told);
            problem = told.code() == ErrorCode.REQUEST_INVALID ? null : explanation.of(told);
        }
    }

    private Integer seen() {
        String seen = request.getParameter("ban");
        return seen != null && seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : Integer.valueOf(-1);
    }

    /** Why a field was refused; null when it was not. */
    public String problem(String field) {
        return problems.get(field);
    }

    public String getProblem() {
        return problem;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "type.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }

    /** The text of the document that the address names, to be changed; what was typed once the form was sent. */
    public String getText() {
        String name = request.getParameter("sua");
        if (text == null && name != null && draft != null) {
            return new String(types.document(me.staff(), type.code(), draft.number(), name), StandardCharsets.UTF_8);
        }
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** The name of the document that is written. */
    public String getDocument() {
        String name = request.getParameter("sua");
        return name != null && request.getParameter("tai-lieu") == null ? name : value("tai-lieu");
    }
}
