package vn.lgsp.portal.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.account.Right;
import vn.lgsp.portal.packets.PacketLine;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Pages;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.GroupFilter;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;

/** Finds what a person may see by a few typed characters; what a boundary refuses is not found. */
@RequestScoped
public class Finder {
    static final int SHORTEST = 2;
    static final int LONGEST = 100;
    private static final int EACH = 6;
    private static final int DAYS = 30;

    @Inject
    private Me me;

    @Inject
    private Pages pages;

    @Inject
    private Texts texts;

    @Inject
    private Directory directory;

    @Inject
    private Groups groups;

    @Inject
    private PacketMonitor monitor;

    /** The best hits of each kind; empty for less than two characters and for more than a hundred. */
    public List<Hit> find(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(pages(text).toList());
        if (me.isPacketReader()) {
            hits.addAll(packets(text).toList());
            hits.addAll(agencies(text).toList());
            hits.addAll(applications(text).toList());
        }
        if (me.staff().may(Right.ACCESS_READ)) {
            hits.addAll(groups(text).toList());
        }
        return hits;
    }

    private Stream<Hit> pages(String text) {
        String folded = SearchText.fold(text);
        return pages.of(me.staff()).stream()
                .filter(page -> !page.group().isEmpty())
                .filter(page -> SearchText.fold(texts.get(page.title())).contains(folded))
                .limit(EACH)
                .map(page -> new Hit(Hit.Kind.PAGE, texts.get(page.title()), "", page.path()));
    }

    private Stream<Hit> packets(String text) {
        Instant now = Instant.now();
        Instant made = made(text, now);
        PacketFilter filter = new PacketFilter(
                made.minus(DAYS, ChronoUnit.DAYS), made.plusSeconds(1), null, null, null, null, null, text);
        return monitor.search(me.staff(), filter, new PacketFilter.Page(null, EACH)).stream()
                .limit(EACH)
                .map(PacketLine::new)
                .map(line -> new Hit(
                        Hit.Kind.PACKET,
                        line.getRow().title().isEmpty()
                                ? texts.get("packet.title.hidden")
                                : line.getRow().title(),
                        line.getRow().sourceCode() + " → " + line.getRow().destinationCode(),
                        line.getAddress()));
    }

    private Stream<Hit> agencies(String text) {
        return directory.search(text, EACH).stream()
                .map(agency -> new Hit(
                        Hit.Kind.AGENCY,
                        agency.name(),
                        agency.code() + " · " + agency.codeQd20(),
                        Paths.AGENCY + "?ma=" + Paths.encode(agency.code())));
    }

    private Stream<Hit> applications(String text) {
        return directory.applications(text, EACH).stream()
                .map(application -> new Hit(
                        Hit.Kind.APPLICATION,
                        application.name(),
                        application.code() + " · " + application.agencyCode(),
                        me.staff().may(Right.APPLICATIONS_READ)
                                ? Paths.APPLICATION + "?ma=" + application.id()
                                : Paths.AGENCY + "?ma=" + Paths.encode(application.agencyCode())));
    }

    private Stream<Hit> groups(String text) {
        return groups.search(me.staff(), new GroupFilter(text, null, false, null, EACH)).stream()
                .map(group -> new Hit(
                        Hit.Kind.GROUP,
                        group.name(),
                        group.code() + " · " + group.ownerCode(),
                        Paths.GROUP + "?ma=" + group.id()));
    }

    /** An id tells when its packet was made: it is found in whatever month. */
    private static Instant made(String text, Instant now) {
        try {
            return Ids.instant(UUID.fromString(text));
        } catch (IllegalArgumentException words) {
            return now;
        }
    }
}
