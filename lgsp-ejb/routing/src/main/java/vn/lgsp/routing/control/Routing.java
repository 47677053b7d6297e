package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.Undeliverable.Reason;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.PacketRequest.Recipient;
import vn.lgsp.routing.boundary.RouteNote;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.RouteVerdict.Outcome;

/** Định hướng đơn vị đích (Điều 5.7): turns recipients that name a rule into the agencies and groups that the rule names. */
@ApplicationScoped
public class Routing {
    private static final Pattern FIELD = Pattern.compile("recipients\\[(\\d+)]\\.?(\\w*)");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Batches batches;

    @Inject
    private PublishedRoutes published;

    @Inject
    private Recipients recipients;

    @EJB
    private Directory directory;

    /** The applications that receive, and how rules led to them. */
    public record Routed(List<ApplicationView> receivers, List<RouteNote> notes) {}

    /** What the rules of one code said to one entry of a request. */
    public record Tried(int entry, String code, List<RouteVerdict> verdicts) {}

    /** A request whose rules were followed: recipients without rules, with the entry each came from. */
    private final class Followed {
        private final List<Recipient> whom = new ArrayList<>();
        private final List<Integer> entries = new ArrayList<>();
        private final List<RouteNote> notes = new ArrayList<>();
        private final Map<UUID, String> applications = new HashMap<>();

        void add(int entry, Recipient one) {
            whom.add(one);
            entries.add(entry);
        }
    }

    /**
     * The applications that receive what is asked for; see {@link Recipients}, whose faults are named by the entries of the request.
     *
     * @param request well-formed
     * @param packets how many packets are asked for in this way
     * @throws LgspException as {@code Recipients}; REQUEST_INVALID naming entries whose rule does not exist or does not match
     */
    public Routed receivers(ApplicationView source, PacketRequest request, DataType type, int packets) {
        if (request.recipients().stream().allMatch(one -> one.rule() == null)) {
            return new Routed(recipients.receivers(source, request.recipients(), type, Map.of(), packets), List.of());
        }
        return receivers(source, request, type, packets, published.current(), Journal.now());
    }

    /** As above, by these rules and at this time. */
    Routed receivers(
            ApplicationView source,
            PacketRequest request,
            DataType type,
            int packets,
            PublishedRoutes.Rules rules,
            Instant at) {
        Followed followed = follow(source, request, type, rules, at);
        try {
            return new Routed(
                    recipients.receivers(source, followed.whom, type, followed.applications, packets), followed.notes);
        } catch (LgspException refusal) {
            List<FieldError> faults = refusal.fields().stream()
                    .map(fault -> atEntry(fault, followed, request))
                    .distinct()
                    .toList();
            throw new LgspException(refusal.code(), faults, refusal.arguments());
        }
    }

    /** What every rule says to each entry that names one. */
    List<Tried> tried(
            ApplicationView source, PacketRequest request, DataType type, PublishedRoutes.Rules rules, Instant at) {
        RouteEvaluation.Facts facts = facts(source, request, type, rules, at);
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < request.recipients().size(); i++) {
            String code = request.recipients().get(i).rule();
            if (code != null) {
                tried.add(new Tried(i, code, RouteEvaluation.evaluate(rules.list(), rules.agencies(), code, facts)));
            }
        }
        return tried;
    }

    private RouteEvaluation.Facts facts(
            ApplicationView source, PacketRequest request, DataType type, PublishedRoutes.Rules rules, Instant at) {
        return new RouteEvaluation.Facts(
                type.code(),
                request.importance() == null ? Importance.NORMAL : request.importance(),
                source.agencyId(),
                rules.agencies().isEmpty() ? Set.of() : Set.copyOf(directory.above(source.agencyId())),
                request.title(),
                request.size(),
                at);
    }

    private Followed follow(
            ApplicationView source, PacketRequest request, DataType type, PublishedRoutes.Rules rules, Instant at) {
        Followed followed = new Followed();
        List<FieldError> faults = new ArrayList<>();
        Map<Integer, Tried> tried = new HashMap<>();
        tried(source, request, type, rules, at).forEach(one -> tried.put(one.entry(), one));
        for (int i = 0; i < request.recipients().size(); i++) {
            if (tried.containsKey(i)) {
                follow(source, type, tried.get(i), rules.version(), followed).ifPresent(faults::add);
            } else {
                followed.add(i, request.recipients().get(i));
            }
        }
        if (!faults.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, faults);
        }
        return followed;
    }

    private Optional<FieldError> follow(
            ApplicationView source, DataType type, Tried tried, int version, Followed followed) {
        String field = "recipients[" + tried.entry() + "].rule";
        if (tried.verdicts().isEmpty()) {
            return Optional.of(new FieldError(field, "no-such"));
        }
        Optional<RouteVerdict> winner = RouteEvaluation.winner(tried.verdicts());
        if (winner.isEmpty()) {
            return Optional.of(new FieldError(field, "rule-unmatched"));
        }
        RouteRule.Target to = winner.get().rule().to();
        List<String> replaced = new ArrayList<>();
        for (String code : to.agencies()) {
            boolean instead = to.backup() != null && !reachable(source, code, to.application(), type);
            followed.add(tried.entry(), new Recipient(instead ? to.backup() : code, null));
            if (instead) {
                replaced.add(code);
            } else if (to.application() != null) {
                directory.byCode(code).ifPresent(agency -> followed.applications.put(agency.id(), to.application()));
            }
        }
        to.groups().forEach(group -> followed.add(tried.entry(), new Recipient(null, group)));
        followed.notes.add(note(tried, winner.get(), version, replaced));
        return Optional.empty();
    }

    private static RouteNote note(Tried tried, RouteVerdict winner, int version, List<String> replaced) {
        return new RouteNote(
                tried.entry(),
                version,
                tried.code(),
                winner.position(),
                winner.rule().name(),
                tried.verdicts().stream()
                        .filter(verdict -> verdict.position() < winner.position())
                        .map(verdict -> new RouteNote.Lost(verdict.position(), verdict.outcome()))
                        .toList(),
                List.copyOf(replaced));
    }

    /** Whether an agency receives at present: it is active, has an application for it, and has not left anything lying for long. */
    private boolean reachable(ApplicationView source, String code, String application, DataType type) {
        Optional<AgencyView> agency = directory.byCode(code).filter(found -> found.state() == Agency.State.ACTIVE);
        return agency.flatMap(found -> directory.receiver(
                                found.id(), source.environment(), type.code(), application == null ? "" : application))
                        .isPresent()
                && em.createQuery(
                                """
                                select 1 from Undeliverable u
                                where u.destinationAgencyId = :agency and u.reason = :late and u.closedAt is null
                                """,
                                Integer.class)
                        .setParameter("agency", agency.get().id())
                        .setParameter("late", Reason.LATE)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }

    /** Names a fault by the entry of the request that led to it; what a rule led to is a fault of the rule. */
    private static FieldError atEntry(FieldError fault, Followed followed, PacketRequest request) {
        Matcher field = FIELD.matcher(fault.field());
        if (!field.matches()) {
            return fault;
        }
        int entry = followed.entries.get(Integer.parseInt(field.group(1)));
        boolean ruled = request.recipients().get(entry).rule() != null;
        return new FieldError(
                "recipients[" + entry + "]." + (ruled ? "rule" : field.group(2)), fault.reason(), fault.arguments());
    }

    /** Stores how rules found the destinations of a packet. */
    void note(UUID packetId, List<RouteNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        if (batches.isNew(packetId)) {
            batches.current().note(packetId, notes);
        }
        batches.atEnd(() -> store(packetId, notes));
    }

    private void store(UUID packetId, List<RouteNote> notes) {
        for (RouteNote note : notes) {
            em.createNativeQuery(
                            """
                            insert into packet_route (packet_id, entry, version, code, position, name, lost, replaced)
                            values (:packet, :entry, :version, :code, :position, :name, :lost, :replaced)
                            """)
                    .setParameter("packet", packetId)
                    .setParameter("entry", note.entry())
                    .setParameter("version", note.version())
                    .setParameter("code", note.code())
                    .setParameter("position", note.position())
                    .setParameter("name", note.name())
                    .setParameter("lost", lost(note))
                    .setParameter("replaced", String.join(" ", note.replaced()))
                    .executeUpdate();
        }
    }

    /** The nearest of many: a packet's note is brief. */
    private static String lost(RouteNote note) {
        StringBuilder text = new StringBuilder();
        for (RouteNote.Lost one : note.lost()) {
            String next = one.position() + ":" + one.outcome().name() + " ";
            if (text.length() + next.length() > 2000) {
                break;
            }
            text.append(next);
        }
        return text.toString().strip();
    }

    /** How rules found the destinations of a packet; empty when none did. */
    @SuppressWarnings("unchecked")
    public List<RouteNote> notes(UUID packetId) {
        if (batches.isNew(packetId)) {
            return batches.current().notes(packetId);
        }
        List<Object[]> rows = em.createNativeQuery(
                        """
                        select entry, version, code, position, name, lost, replaced from packet_route
                        where packet_id = :packet order by entry
                        """)
                .setParameter("packet", packetId)
                .getResultList();
        return rows.stream()
                .map(row -> new RouteNote(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        ((Number) row[3]).intValue(),
                        (String) row[4],
                        words((String) row[5]).stream().map(Routing::lost).toList(),
                        words((String) row[6])))
                .toList();
    }

    private static RouteNote.Lost lost(String text) {
        int colon = text.indexOf(':');
        return new RouteNote.Lost(
                Integer.parseInt(text.substring(0, colon)), Outcome.valueOf(text.substring(colon + 1)));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
