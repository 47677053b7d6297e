package vn.lgsp.portal.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.boundary.SettingChangeView;
import vn.lgsp.operations.boundary.SettingEdit;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingType;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** One setting: its value, its last changes, and a form that changes it. */
@Named
@RequestScoped
public class SettingEditPage {
    private static final int CHANGES = 5;

    @Inject
    private Settings settings;

    @Inject
    private SettingWords words;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private Redirect redirect;

    @Inject
    private HttpServletRequest request;

    private SettingView setting;
    private String value;
    private String reason;
    private String resetReason;
    private int version;
    private String valueProblem;
    private String reasonProblem;
    private String problem;

    /** One change in words. */
    public record Change(String before, String after, String who, String reason, java.time.Instant at) {}

    @PostConstruct
    void read() {
        setting = settings.find(me.staff(), request.getParameter("ma"));
        value = setting.value();
        version = setting.version();
    }

    /** Saves what was typed and goes back to all settings. */
    public void save() throws IOException {
        change(value == null ? "" : value, reason);
    }

    /** Goes back to the default. */
    public void reset() throws IOException {
        change(null, resetReason);
    }

    private void change(String wanted, String why) throws IOException {
        try {
            settings.change(me.staff(), new SettingEdit(setting.key(), wanted, why, version, request.getRemoteAddr()));
            redirect.to(SettingsPage.PATH + "?xong=" + Paths.encode(setting.key()) + "#" + setting.key());
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.FORBIDDEN) {
                throw refusal;
            }
            explain(refusal);
        }
    }

    private void explain(LgspException refusal) {
        Locale locale = visit.getLocale();
        for (FieldError field : refusal.fields()) {
            String text = texts.with("settings.refused", ErrorTexts.reason(field, locale));
            if (field.field().equals("reason")) {
                reasonProblem = text;
            } else {
                valueProblem = text;
            }
        }
        if (refusal.fields().isEmpty()) {
            problem = explanation.of(refusal);
            // Whoever reads this has seen that somebody else was faster: the next attempt is made on that.
            setting = settings.find(me.staff(), setting.key());
            version = setting.version();
        }
    }

    /** The environment variable that fixes a setting. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The last changes, newest first. */
    public List<Change> getChanges() {
        return settings.changes(me.staff(), setting.key(), null, CHANGES).stream()
                .limit(CHANGES)
                .map(this::change)
                .toList();
    }

    private Change change(SettingChangeView change) {
        return new Change(
                words.of(setting, change.oldValue()),
                words.of(setting, change.newValue()),
                change.changedBy(),
                change.reason(),
                change.at());
    }

    public String getKey() {
        return setting.key();
    }

    public String getTitle() {
        return setting.title(visit.getLocale());
    }

    public String getMeaning() {
        return setting.meaning(visit.getLocale());
    }

    public String getVariable() {
        return variable(setting.key());
    }

    /** The value in force, in words. */
    public String getPresent() {
        return words.of(setting, setting.value());
    }

    public String getFallback() {
        return words.of(setting, setting.defaultValue());
    }

    public String getBounds() {
        return words.bounds(setting);
    }

    /** Where the value comes from, in words. */
    public String getOrigin() {
        return texts.of("settings.origin", setting.origin());
    }

    /** Whether this person can change it and the change would count. */
    public boolean isChangeable() {
        return setting.changeable() && settings.mayChange(me.staff());
    }

    public boolean isFixed() {
        return setting.origin() == SettingOrigin.ENVIRONMENT;
    }

    public boolean isChosen() {
        return setting.chosen() != null;
    }

    /** How it is put in: choice, area or line. */
    public String getKind() {
        if (setting.type() == SettingType.YES_NO || setting.type() == SettingType.CODE) {
            return "choice";
        }
        return setting.type() == SettingType.LIST ? "area" : "line";
    }

    /** What can be chosen. */
    public List<Choice> getChoices() {
        return setting.choices().stream()
                .map(choice -> new Choice(choice, words.of(setting, choice)))
                .toList();
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getResetReason() {
        return resetReason;
    }

    public void setResetReason(String resetReason) {
        this.resetReason = resetReason;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getValueProblem() {
        return valueProblem;
    }

    public String getReasonProblem() {
        return reasonProblem;
    }

    /** Why the change was refused as a whole; null when it was not. */
    public String getProblem() {
        return problem;
    }
}
