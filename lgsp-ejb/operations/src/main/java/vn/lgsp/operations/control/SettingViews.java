package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import vn.lgsp.model.setting.ChosenSettings;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingView;

/** Settings as people see them: the value in force, where it comes from, who changed it last. */
@ApplicationScoped
public class SettingViews {
    @Inject
    private SettingStore store;

    /** All settings of the catalogue, in its order. */
    public List<SettingView> all() {
        Map<String, SettingStore.Last> last = store.lastChanges();
        return SettingCatalogue.all().stream()
                .map(setting -> view(setting, last.get(setting.key())))
                .toList();
    }

    /** One setting. */
    public SettingView of(Setting setting) {
        return view(setting, store.lastChanges().get(setting.key()));
    }

    private static SettingView view(Setting setting, SettingStore.Last last) {
        ConfigValue found = ConfigProvider.getConfig().getConfigValue(setting.key());
        boolean byServer = found.getValue() != null && !ChosenSettings.NAME.equals(found.getSourceName());
        String chosen = last == null ? null : last.value();
        String value = byServer ? found.getValue() : chosen != null ? chosen : setting.defaultValue();
        SettingOrigin origin =
                byServer ? SettingOrigin.ENVIRONMENT : chosen != null ? SettingOrigin.CHOSEN : SettingOrigin.DEFAULT;
        return new SettingView(
                setting.key(),
                setting.group(),
                setting.type(),
                setting.access(),
                setting.unit(),
                setting.least(),
                setting.most(),
                setting.choices(),
                value,
                setting.defaultValue(),
                chosen,
                origin,
                last == null ? 0 : last.version(),
                last == null ? null : last.at(),
                last == null ? null : last.changedBy(),
                last == null ? null : last.reason());
    }
}
