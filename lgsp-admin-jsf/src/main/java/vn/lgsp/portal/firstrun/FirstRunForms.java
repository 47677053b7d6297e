package vn.lgsp.portal.firstrun;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.operations.boundary.SettingEdit;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** What the first steps can be told on their page. */
@Named
@RequestScoped
public class FirstRunForms {
    private static final String PROVINCE = "lgsp.province.name";
    private static final String AUTHORITY = "lgsp.authority.name";
    private static final String NETWORK = "lgsp.network.allowed";

    @Inject
    private FirstRun firstRun;

    @Inject
    private Settings settings;

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

    private String province;
    private String authority;
    private String network;
    private String keyId;
    private String mailTo;
    private String problem;

    /** What a form does. */
    private interface Act {
        void run();
    }

    @PostConstruct
    void read() {
        province = settings.find(me.staff(), PROVINCE).value();
        authority = settings.find(me.staff(), AUTHORITY).value();
        network = settings.find(me.staff(), NETWORK).value();
    }

    public void saveNames() throws IOException {
        act(2, () -> {
            set(PROVINCE, province);
            set(AUTHORITY, authority);
        });
    }

    public void vouch() throws IOException {
        act(3, () -> firstRun.vouchForKeyBackup(me.staff(), keyId));
    }

    public void saveNetwork() throws IOException {
        act(4, () -> set(NETWORK, network));
    }

    public void sendMail() throws IOException {
        act(4, () -> firstRun.sendTestMail(me.staff(), mailTo, visit.getLocale()));
    }

    public void beginEmpty() throws IOException {
        act(6, () -> firstRun.begin(me.staff(), FirstRun.Beginning.EMPTY));
    }

    public void beginWithSamples() throws IOException {
        act(6, () -> firstRun.begin(me.staff(), FirstRun.Beginning.SAMPLE));
    }

    public void finish() throws IOException {
        act(7, () -> firstRun.finish(me.staff()));
    }

    /** Sets what is not set so already; a name that equals its default counts as set only when somebody has said so. */
    private void set(String key, String wanted) {
        SettingView setting = settings.find(me.staff(), key);
        String value = wanted == null ? "" : wanted.strip();
        boolean same = setting.value().equals(value) && setting.origin() != SettingOrigin.DEFAULT;
        if (!same) {
            settings.change(
                    me.staff(),
                    new SettingEdit(
                            key,
                            value,
                            firstRun.reason(visit.getLocale()),
                            setting.version(),
                            request.getRemoteAddr()));
        }
    }

    private void act(int step, Act act) throws IOException {
        try {
            act.run();
            redirect.to(FirstRunPage.STEP + step + "&xong=1");
        } catch (LgspException refusal) {
            if (refusal.code() == ErrorCode.FORBIDDEN) {
                throw refusal;
            }
            problem = refusal.fields().isEmpty()
                    ? explanation.of(refusal)
                    : texts.with(
                            "settings.refused",
                            ErrorTexts.reason(refusal.fields().get(0), visit.getLocale()));
        }
    }

    /** Why the form was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    public String getProvince() {
        return province;
    }

    public void setProvince(String province) {
        this.province = province;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getNetwork() {
        return network;
    }

    public void setNetwork(String network) {
        this.network = network;
    }

    public String getKeyId() {
        return keyId;
    }

    public void setKeyId(String keyId) {
        this.keyId = keyId;
    }

    public String getMailTo() {
        return mailTo;
    }

    public void setMailTo(String mailTo) {
        this.mailTo = mailTo;
    }
}
