package vn.lgsp.portal.packets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketFilter;

/** What the filters of a list of packets offer. */
@Named
@RequestScoped
public class PacketChoices {
    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private Directory directory;

    public List<SelectItem> getPeriods() {
        return Arrays.stream(Period.values())
                .map(period -> new SelectItem(period.code(), texts.of("period", period)))
                .toList();
    }

    public List<SelectItem> getDirections() {
        return withAll(PacketFilter.Direction.values(), Enum::name, "direction");
    }

    public List<SelectItem> getImportances() {
        return withAll(Importance.values(), Importance::code, "importance");
    }

    public List<SelectItem> getStates() {
        return withAll(PacketState.values(), Enum::name, "packet-state");
    }

    public List<SelectItem> getDataTypes() {
        boolean vietnamese = visit.getLocale()
                .getLanguage()
                .equals(Locale.forLanguageTag("vi").getLanguage());
        List<SelectItem> items = new ArrayList<>(List.of(all()));
        for (DataType type : directory.dataTypes()) {
            items.add(new SelectItem(type.code(), vietnamese ? type.nameVi() : type.nameEn()));
        }
        return items;
    }

    private <E extends Enum<E>> List<SelectItem> withAll(E[] constants, Function<E, String> code, String family) {
        List<SelectItem> items = new ArrayList<>(List.of(all()));
        for (E constant : constants) {
            items.add(new SelectItem(code.apply(constant), texts.of(family, constant)));
        }
        return items;
    }

    private SelectItem all() {
        return new SelectItem("", texts.get("filter.all"));
    }
}
