package vn.lgsp.operations.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.operations.control.Reach;
import vn.lgsp.operations.control.Setting;
import vn.lgsp.operations.control.SettingCatalogue;
import vn.lgsp.operations.control.SettingStore;
import vn.lgsp.operations.control.SettingViews;

/**
 * Settings of the whole platform (cấu hình). Administrators, operators and auditors of the whole platform read them; only administrators of
 * the whole platform change them. Each change has a reason and is kept for ever.
 */
@Stateless
public class Settings {
    private static final Role[] READERS = Right.SETTINGS_READ.roles().toArray(Role[]::new);
    private static final Role[] CHANGERS = Right.SETTINGS_CHANGE.roles().toArray(Role[]::new);
    private static final int MAX_REASON = 500;
    private static final int MAX_PAGE = 500;

    @Inject
    private SettingStore store;

    @Inject
    private SettingViews views;

    @Inject
    private Reach reach;

    /**
     * Lists all settings in the order of the catalogue.
     *
     * @throws LgspException FORBIDDEN
     */
    public List<SettingView> list(Staff staff) {
        require(staff, READERS);
        return views.all();
    }

    /**
     * One setting.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND when there is none of this key
     */
    public SettingView find(Staff staff, String key) {
        require(staff, READERS);
        return views.of(setting(key));
    }

    /** Whether the person may change settings. */
    public boolean mayChange(Staff staff) {
        return reach.everywhere(staff, CHANGERS);
    }

    /**
     * Lists changes, newest first; one more than the limit when there are more.
     *
     * @param key of one setting; null for all
     * @param before the last change of the page before; null for the first page
     * @param limit 1–500
     * @throws LgspException FORBIDDEN
     */
    public List<SettingChangeView> changes(Staff staff, String key, UUID before, int limit) {
        require(staff, READERS);
        return store.changes(key, before, Math.max(1, Math.min(limit, MAX_PAGE)));
    }

    /**
     * Changes a setting, or takes it back to its default. It counts on this node at once, on the others within seconds.
     *
     * @throws LgspException FORBIDDEN; NOT_FOUND; SETTING_FIXED when the environment decides; REQUEST_INVALID with the fields {@code value}
     *     and {@code reason}; EDIT_CONFLICT when somebody else changed it meanwhile
     */
    public void change(Staff staff, SettingEdit edit) {
        require(staff, CHANGERS);
        Setting setting = setting(edit.key());
        if (!views.of(setting).changeable()) {
            throw new LgspException(ErrorCode.SETTING_FIXED);
        }
        String value = edit.value() == null ? null : edit.value().strip();
        String reason = edit.reason() == null ? "" : edit.reason().strip();
        List<FieldError> errors = new ArrayList<>();
        if (value != null) {
            setting.refusal(value).or(() -> lockOut(edit, value)).ifPresent(errors::add);
        }
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            errors.add(new FieldError("reason", "length", 1, MAX_REASON));
        }
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
        store.change(staff, setting.key(), value, reason, Math.max(0, edit.version()));
    }

    private static java.util.Optional<FieldError> lockOut(SettingEdit edit, String value) {
        boolean locks = edit.key().equals(AllowedNetworks.SETTING)
                && edit.remoteAddress() != null
                && !AllowedNetworks.parse(value).allows(edit.remoteAddress());
        return locks
                ? java.util.Optional.of(new FieldError("value", "locks-out", edit.remoteAddress()))
                : java.util.Optional.empty();
    }

    private static Setting setting(String key) {
        return SettingCatalogue.find(key).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private void require(Staff staff, Role... roles) {
        if (!reach.everywhere(staff, roles)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
    }
}
