package vn.lgsp.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.operations.boundary.SettingChangeView;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Visit;

/** Every change of every setting. */
@Named
@RequestScoped
public class SettingHistoryPage extends ListPage<SettingChangeView> {
    @Inject
    private Settings settings;

    @Inject
    private SettingWords words;

    @Inject
    private Visit visit;

    private Map<String, SettingView> known;

    @Override
    protected ListShape<SettingChangeView> shape() {
        return ListShape.<SettingChangeView>at("/cau-hinh/lich-su", "settings.history", change -> change.id()
                        .toString())
                .hint("settings.history.hint")
                .empty("settings", "settings.history.none", "settings.history.none.text")
                .filter(Filter.choice("ma", "settings.name", names()))
                .column(Column.<SettingChangeView>main("settings.name", this::title)
                        .link(change -> SettingsPage.EDIT + change.key())
                        .below(change -> List.of(new Piece.Words(SettingEditPage.variable(change.key()), true))))
                .column(Column.<SettingChangeView>text("settings.before", change -> value(change, change.oldValue())))
                .column(Column.<SettingChangeView>text("settings.after", change -> value(change, change.newValue())))
                .column(Column.<SettingChangeView>text("settings.reason", SettingChangeView::reason))
                .column(Column.<SettingChangeView>text("settings.who", SettingChangeView::changedBy)
                        .below(change -> List.of(new Piece.Words(change.username(), true))))
                .column(Column.time("settings.when", SettingChangeView::at));
    }

    @Override
    protected List<SettingChangeView> find(Selection narrowed, String after, int limit) {
        List<SettingChangeView> found = settings.changes(
                me().staff(), narrowed.text("ma"), after == null ? null : UUID.fromString(after), limit);
        return found.subList(0, Math.min(limit, found.size()));
    }

    private List<Choice> names() {
        return known().values().stream()
                .map(setting -> new Choice(setting.key(), setting.title(visit.getLocale())))
                .sorted(java.util.Comparator.comparing(Choice::text))
                .toList();
    }

    private String title(SettingChangeView change) {
        SettingView setting = known().get(change.key());
        return setting == null ? change.key() : setting.title(visit.getLocale());
    }

    private String value(SettingChangeView change, String value) {
        SettingView setting = known().get(change.key());
        if (setting == null) {
            return value == null ? "" : value;
        }
        return value == null ? texts().with("settings.default", words.of(setting, null)) : words.of(setting, value);
    }

    private Map<String, SettingView> known() {
        if (known == null) {
            known = new HashMap<>();
            settings.list(me().staff()).forEach(setting -> known.put(setting.key(), setting));
        }
        return known;
    }
}
