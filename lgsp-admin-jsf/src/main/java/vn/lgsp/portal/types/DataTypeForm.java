package vn.lgsp.portal.types;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Submission;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.versions.Owners;
import vn.lgsp.registry.boundary.DataTypeDrafts;
import vn.lgsp.registry.boundary.DataTypeDrafts.NewDataType;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;

/** Registering a type, and writing its draft: rules and documents of the schema. */
@Named
@RequestScoped
public class DataTypeForm {
    private static final String OWNER = "don-vi";

    @Inject
    private DataTypes types;

    @Inject
    private DataTypeDrafts drafts;

    @Inject
    private Owners owners;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Submission submission;

    @Inject
    private HttpServletRequest request;

    private DataTypeView type;
    private DataTypeVersionView draft;
    private RulesForm form;
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
        return submission.sent(OWNER) ? submission.typed(OWNER) : owners.own();
    }

    /** Registers what the form describes. */
    public void create() throws IOException {
        submission.fill(() -> {
            NewDataType wanted = new NewDataType(
                    value("ma-loai"),
                    value("ten"),
                    value("ten-anh"),
                    value("giao-thuc"),
                    owners.typed(submission.typed(OWNER)),
                    form.rules(),
                    form.codes());
            owners.reaching(() -> drafts.create(me.staff(), wanted));
            return Submission.done(Paths.DATA_TYPE + "?ma=" + Paths.encode(wanted.code()), "create");
        });
    }

    /** Changes the rules of the draft. */
    public void edit() throws IOException {
        submission.fill(() -> {
            drafts.edit(me.staff(), type.code(), draft.number(), submission.seen(), form.rules(), form.codes());
            return path("edit");
        });
    }

    /** Puts a document into the schema of the draft. */
    public void put() throws IOException {
        submission.fill(() -> {
            byte[] content = (text == null ? "" : text).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            drafts.put(me.staff(), type.code(), draft.number(), submission.seen(), value("tai-lieu"), content);
            return path("put");
        });
    }

    /** Takes a document out of the schema of the draft. */
    public void remove() throws IOException {
        submission.fill(() -> {
            drafts.remove(me.staff(), type.code(), draft.number(), submission.seen(), value("bo"));
            return path("remove");
        });
    }

    private String path(String done) {
        return Submission.done(Paths.DATA_TYPE_DRAFT + "?ma=" + type.code(), done);
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
