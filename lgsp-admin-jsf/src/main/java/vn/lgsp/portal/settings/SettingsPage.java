package vn.lgsp.portal.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.lgsp.model.SearchText;
import vn.lgsp.operations.boundary.SettingAccess;
import vn.lgsp.operations.boundary.SettingGroup;
import vn.lgsp.operations.boundary.SettingOrigin;
import vn.lgsp.operations.boundary.SettingTexts;
import vn.lgsp.operations.boundary.SettingView;
import vn.lgsp.operations.boundary.Settings;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** All settings in their groups, narrowed by words or to what was changed. */
@Named
@RequestScoped
public class SettingsPage {
    static final String PATH = "/cau-hinh";
    static final String EDIT = PATH + "/sua?ma=";
    private static final int LONGEST = 100;
    private static final Set<SettingGroup> FOLDED = EnumSet.of(SettingGroup.START, SettingGroup.FIRST_RUN);

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
    private HttpServletRequest request;

    private List<Group> groups;

    /** Settings about the same thing; {@code folded} when nothing in it can be changed here and nobody looks for it. */
    public record Group(String title, List<SettingLine> lines, boolean folded) {}

    /** The groups that have something to show. */
    public List<Group> getGroups() {
        if (groups == null) {
            boolean change = settings.mayChange(me.staff());
            Map<SettingGroup, List<SettingLine>> lines = new EnumMap<>(SettingGroup.class);
            for (SettingView setting : settings.list(me.staff())) {
                if (fits(setting)) {
                    lines.computeIfAbsent(setting.group(), none -> new ArrayList<>())
                            .add(line(setting, change));
                }
            }
            groups = lines.entrySet().stream()
                    .map(group -> new Group(
                            SettingTexts.group(group.getKey(), visit.getLocale()),
                            group.getValue(),
                            !isNarrowed() && FOLDED.contains(group.getKey())))
                    .toList();
        }
        return groups;
    }

    /** The words that the settings were narrowed by; never null. */
    public String getSought() {
        String typed = request.getParameter("q");
        return typed == null
                ? ""
                : typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
    }

    /** Whether only settings are shown that differ from their default. */
    public boolean isChangedOnly() {
        return "doi".equals(request.getParameter("loc"));
    }

    public boolean isNarrowed() {
        return isChangedOnly() || !getSought().isEmpty();
    }

    /** The name of the setting that was saved just now; null when none was. */
    public String getSaved() {
        String key = request.getParameter("xong");
        return key == null
                ? null
                : settings.list(me.staff()).stream()
                        .filter(setting -> setting.key().equals(key))
                        .map(setting -> setting.title(visit.getLocale()))
                        .findFirst()
                        .orElse(null);
    }

    private boolean fits(SettingView setting) {
        if (isChangedOnly() && setting.origin() == SettingOrigin.DEFAULT) {
            return false;
        }
        Locale locale = visit.getLocale();
        String all = SearchText.fold(setting.key() + " " + SettingEditPage.variable(setting.key()) + " "
                + setting.title(locale) + " " + setting.meaning(locale));
        return all.contains(SearchText.fold(getSought()));
    }

    private SettingLine line(SettingView setting, boolean change) {
        boolean byDefault = setting.origin() == SettingOrigin.DEFAULT;
        return new SettingLine(
                setting.key(),
                setting.title(visit.getLocale()),
                setting.meaning(visit.getLocale()),
                words.of(setting, setting.value()),
                byDefault ? null : words.of(setting, setting.defaultValue()),
                byDefault ? null : texts.of("settings.origin", setting.origin()),
                setting.origin() == SettingOrigin.ENVIRONMENT ? "stopped" : "running",
                SettingEditPage.variable(setting.key()),
                setting.changedBy(),
                setting.changedAt(),
                setting.reason(),
                change && setting.changeable() ? EDIT + Paths.encode(setting.key()) : null,
                setting.access() == SettingAccess.START);
    }
}
