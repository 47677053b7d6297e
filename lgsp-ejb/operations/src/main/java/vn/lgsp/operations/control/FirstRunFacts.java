package vn.lgsp.operations.control;

import static vn.lgsp.operations.boundary.FirstRunFact.State.ATTENTION;
import static vn.lgsp.operations.boundary.FirstRunFact.State.FAIL;
import static vn.lgsp.operations.boundary.FirstRunFact.State.OK;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lgsp.authentication.boundary.MasterKeyName;
import vn.lgsp.model.SecondFactorStatus;
import vn.lgsp.model.Staff;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingView;

/** Finds out how the first steps stand, from what is there and not from what somebody ticked. */
@ApplicationScoped
public class FirstRunFacts {
    @Inject
    private SettingViews settings;

    @Inject
    private SettingStore store;

    @Inject
    private Census census;

    @Inject
    private Mail mail;

    @EJB
    private MasterKeyName masterKey;

    @Inject
    private Instance<SecondFactorStatus> secondFactor;

    /** The administrator who looks: a password of the own, a second factor. */
    public List<FirstRunFact> administrator(Staff staff) {
        boolean given = census.mustChangePassword(staff.accountId());
        boolean second = secondFactor.isResolvable() && secondFactor.get().on(staff.accountId());
        return List.of(
                FirstRunFact.of("account.password", given ? FAIL : OK, staff.username()),
                FirstRunFact.of("account.second-factor", second ? OK : ATTENTION, staff.username()));
    }

    /** The names: whether somebody has set them, not whether they have a value. */
    public List<FirstRunFact> names() {
        return List.of(named("names.province", "lgsp.province.name"), named("names.authority", "lgsp.authority.name"));
    }

    /** The master key: whether somebody has vouched for a backup of the very key that is in use. */
    public List<FirstRunFact> masterKey(Staff staff) {
        String inUse = masterKey.of(staff);
        SettingStore.Last vouched = store.lastChanges().get(FirstRunNotes.KEY_BACKUP);
        boolean backedUp = vouched != null && inUse.equals(vouched.value());
        return List.of(
                backedUp
                        ? FirstRunFact.of("key.backup", OK, inUse, vouched.changedBy(), vouched.at())
                        : FirstRunFact.of("key.backup", FAIL, inUse));
    }

    /** Networks, and mail: whether a test mail was sent since the mail settings were changed. */
    public List<FirstRunFact> network() {
        SettingView allowed = view(AllowedNetworks.SETTING);
        boolean all = allowed.value().isBlank();
        return List.of(
                all
                        ? FirstRunFact.of("network.allowed", ATTENTION)
                        : FirstRunFact.of("network.allowed", OK, allowed.value()),
                mail());
    }

    private FirstRunFact mail() {
        if (!mail.configured()) {
            return FirstRunFact.of("mail.server", ATTENTION);
        }
        Map<String, SettingStore.Last> last = store.lastChanges();
        SettingStore.Last sent = last.get(FirstRunNotes.MAIL_TEST);
        boolean sinceChange = sent != null
                && last.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("lgsp.mail."))
                        .map(entry -> entry.getValue().at())
                        .max(Instant::compareTo)
                        .filter(changed -> changed.isAfter(sent.at()))
                        .isEmpty();
        return sinceChange
                ? FirstRunFact.of("mail.test", OK, mail.host(), sent.value(), sent.at())
                : FirstRunFact.of("mail.test", ATTENTION, mail.host());
    }

    /** Agencies beside the province itself; samples do not count. */
    public List<FirstRunFact> agencies() {
        Census.Agencies agencies = census.agencies();
        return List.of(FirstRunFact.of(
                "agencies.entered", agencies.real() > 1 ? OK : ATTENTION, agencies.real(), agencies.sample()));
    }

    /** What the platform begins with: chosen, and in agreement with what is there. */
    public List<FirstRunFact> beginning() {
        SettingStore.Last chosen = store.lastChanges().get(FirstRunNotes.BEGINNING);
        long samples = census.agencies().sample();
        if (chosen == null || chosen.value() == null) {
            return List.of(FirstRunFact.of("beginning.chosen", ATTENTION, samples));
        }
        boolean sample = "sample".equals(chosen.value());
        String code = sample ? "beginning.sample" : "beginning.empty";
        return List.of(FirstRunFact.of(code, sample == samples > 0 ? OK : ATTENTION, samples));
    }

    private FirstRunFact named(String code, String key) {
        SettingView name = view(key);
        return FirstRunFact.of(code, name.origin() == SettingOrigin.DEFAULT ? ATTENTION : OK, name.value());
    }

    private SettingView view(String key) {
        return settings.of(SettingCatalogue.find(key).orElseThrow());
    }
}
