package vn.lgsp.portal.versions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.VersionView;

/** How pages show versions. The word of a state is {@code version-state.<STATE>} in the bundle. */
@Named
@RequestScoped
public class VersionWords {
    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /** The colour of a state. */
    public String tone(VersionState state) {
        return switch (state) {
            case DRAFT -> "attention";
            case PUBLISHED -> "done";
            case DEPRECATED -> "running";
            case REPLACED, RETIRED -> "stopped";
        };
    }

    /** The columns of every list of things in versions: whose a thing is, which version is in force, and how far it has come. */
    public <R> ListShape<R> columns(
            ListShape<R> shape,
            Function<R, AgencyView> owner,
            Function<R, Integer> current,
            Function<R, ? extends VersionView> shown) {
        return shape.column(Column.<R>text("type.owner", row -> owner(owner.apply(row))))
                .column(Column.<R>number(
                        "type.current",
                        row -> current.apply(row) == null
                                ? null
                                : current.apply(row).longValue()))
                .column(Column.<R>state(
                        "version.state",
                        row -> texts.of("version-state", shown.apply(row).state()),
                        row -> tone(shown.apply(row).state())));
    }

    /** Whose a thing is; null for the platform's own. */
    public String owner(AgencyView owner) {
        return owner == null ? texts.get("type.owner.platform") : owner.name();
    }

    /** The name of a thing in the language of the visit. */
    public String name(String nameVi, String nameEn) {
        return texts.get("type.language").equals("en") ? nameEn : nameVi;
    }

    /** The versions that the one shown can be compared with. */
    public List<Choice> others(List<? extends VersionView> all, VersionView shown) {
        return all.stream()
                .filter(other -> other.number() != shown.number())
                .map(other -> new Choice(
                        Integer.toString(other.number()),
                        texts.with(
                                "version.with-state",
                                format.number(other.number()),
                                texts.of("version-state", other.state()))))
                .toList();
    }

    /** The number of the version to compare with: the one asked for, else the one before; empty when there is none. */
    public String other(List<Choice> others, String asked, VersionView shown) {
        List<String> numbers = others.stream().map(Choice::value).toList();
        if (numbers.contains(asked)) {
            return asked;
        }
        return numbers.stream()
                .filter(number -> Integer.parseInt(number) < shown.number())
                .findFirst()
                .orElse(numbers.isEmpty() ? "" : numbers.get(0));
    }
}
