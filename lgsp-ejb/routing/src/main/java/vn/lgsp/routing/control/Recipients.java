package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.DataType;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.registry.boundary.AccessRights;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.CodeResolution;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.routing.boundary.PacketRequest.Recipient;

/**
 * Một hoặc nhiều đích (Điều 5.1, 5.7): finds the applications that receive what is asked for, as agencies, groups and rights are at this
 * moment. All recipients can be used, or none is: whatever is at fault is named, each with its place in the request.
 */
@ApplicationScoped
public class Recipients {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @EJB
    private Directory directory;

    @EJB
    private Groups groups;

    @EJB
    private AccessRights rights;

    @Inject
    @ConfigProperty(name = "lgsp.packet.recipients.max", defaultValue = "200")
    private Supplier<Integer> most;

    /** An agency to send to, and the entry of the request that first led to it. */
    private record Addressee(int entry, String field, String code, boolean member, AgencyView agency) {
        Fault fault(ErrorCode refusal, Object... arguments) {
            return Fault.of(entry, field, new LgspException(refusal, arguments));
        }
    }

    /** Why an entry cannot be used. */
    private record Fault(int entry, ErrorCode code, FieldError error, Object[] arguments) {
        static Fault of(int entry, String field, LgspException refusal) {
            return new Fault(
                    entry,
                    refusal.code(),
                    new FieldError(field, refusal.code().code(), refusal.arguments()),
                    refusal.arguments());
        }

        static Fault of(int entry, String field, String reason) {
            return new Fault(entry, ErrorCode.REQUEST_INVALID, new FieldError(field, reason), new Object[0]);
        }
    }

    /** What is wrong with the form of a list of recipients; it may be null. */
    List<FieldError> malformed(List<Recipient> asked) {
        return malformed(asked, most.get());
    }

    static List<FieldError> malformed(List<Recipient> asked, int most) {
        if (asked == null || asked.isEmpty() || asked.size() > most) {
            return List.of(tooMany(most));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Recipient one = asked.get(i);
            long named = one == null
                    ? 0
                    : Stream.of(one.agency(), one.group(), one.rule())
                            .filter(Objects::nonNull)
                            .count();
            if (named == 0) {
                errors.add(new FieldError("recipients[" + i + "].agency", "required"));
            } else if (named > 1) {
                errors.add(new FieldError("recipients[" + i + "]", "agency-or-group"));
            }
        }
        return errors;
    }

    private static FieldError tooMany(int most) {
        return new FieldError("recipients", "items", 1, most);
    }

    /**
     * The recipients as they were written, for telling whether two requests are the same; unambiguous. What names one agency reads as it
     * did when a packet had one.
     *
     * @param asked well-formed
     */
    static String asAsked(List<Recipient> asked) {
        if (asked.size() == 1 && asked.get(0).agency() != null) {
            return asked.get(0).agency();
        }
        return asked.stream()
                .map(one -> one.agency() != null
                        ? "agency:" + one.agency().length() + ":" + one.agency()
                        : one.group() != null
                                ? "group:" + one.group().length() + ":" + one.group()
                                : "rule:" + one.rule().length() + ":" + one.rule())
                .collect(Collectors.joining(","));
    }

    /**
     * The applications that receive, each agency once, in the order of the request; takes the packet off the quotas of the rights used. Where
     * a quota is used up, what comes after it was not looked at.
     *
     * @param asked well-formed
     * @throws LgspException naming each entry at fault: with the code of the fault where all have the same, else REQUEST_INVALID;
     *     SOURCE_CANNOT_SEND, QUOTA_USED_UP
     */
    List<ApplicationView> receivers(ApplicationView source, List<Recipient> asked, DataType type) {
        return receivers(source, asked, type, Map.of(), 1);
    }

    /**
     * As above, for several packets to the same recipients.
     *
     * @param applications codes of the applications that are to receive, by agency; the platform chooses for others
     */
    List<ApplicationView> receivers(
            ApplicationView source, List<Recipient> asked, DataType type, Map<UUID, String> applications, int packets) {
        List<Fault> faults = new ArrayList<>();
        Map<UUID, Addressee> addressees = addressees(source, asked, faults);
        if (addressees.size() > most.get()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(tooMany(most.get())));
        }
        Map<UUID, ApplicationView> found = new HashMap<>();
        // One order for all requests: those that share quotas wait for each other and never in a circle of agencies.
        for (Addressee addressee : addressees.values().stream()
                .sorted(Comparator.comparing(each -> each.agency().id()))
                .toList()) {
            UUID agency = addressee.agency().id();
            Optional<ApplicationView> receiver = directory.receiver(
                    agency, source.environment(), type.code(), applications.getOrDefault(agency, ""));
            UUID receiverId = receiver.map(ApplicationView::id).orElse(null);
            if (!maySend(source, addressee, receiverId, type, packets, faults)) {
                faults.add(addressee.fault(ErrorCode.NO_ACCESS_RIGHT, addressee.code(), type.code()));
            } else if (addressee.agency().state() != Agency.State.ACTIVE) {
                faults.add(addressee.fault(ErrorCode.RECIPIENT_NOT_ACTIVE, addressee.code()));
            } else if (receiver.isEmpty()) {
                faults.add(addressee.fault(ErrorCode.RECIPIENT_CANNOT_RECEIVE, addressee.code()));
            } else {
                found.put(agency, receiver.get());
            }
        }
        hideStrangers(addressees, faults);
        refuse(faults);
        return addressees.keySet().stream().map(found::get).toList();
    }

    private Map<UUID, Addressee> addressees(ApplicationView source, List<Recipient> asked, List<Fault> faults) {
        Map<UUID, Addressee> addressees = new LinkedHashMap<>();
        // More than enough is too many already: nobody makes the platform open group after group.
        for (int i = 0; i < asked.size() && addressees.size() <= most.get(); i++) {
            Recipient one = asked.get(i);
            if (one.group() != null) {
                members(source, i, one.group(), faults)
                        .forEach(
                                member -> addressees.putIfAbsent(member.agency().id(), member));
                continue;
            }
            String field = "recipients[" + i + "].agency";
            int entry = i;
            try {
                AgencyView agency = requireAddressee(one.agency());
                // Named by itself an agency is no secret of a group.
                addressees.compute(
                        agency.id(),
                        (id, before) -> before == null || before.member()
                                ? new Addressee(entry, field, one.agency(), false, agency)
                                : before);
            } catch (LgspException refusal) {
                faults.add(Fault.of(i, field, refusal));
            }
        }
        return addressees;
    }

    /** The members in force: those whose agency has not ended, without the source. */
    private List<Addressee> members(ApplicationView source, int entry, String group, List<Fault> faults) {
        String field = "recipients[" + entry + "].group";
        Optional<List<AgencyView>> members = groups.members(group);
        if (members.isEmpty()) {
            faults.add(Fault.of(entry, field, "no-such"));
            return List.of();
        }
        List<Addressee> others = members.get().stream()
                .filter(agency -> agency.state() != Agency.State.CLOSED)
                .filter(agency -> !agency.id().equals(source.agencyId()))
                .map(agency -> new Addressee(entry, field, agency.code(), true, agency))
                .toList();
        if (others.isEmpty()) {
            faults.add(Fault.of(entry, field, "group-empty"));
        }
        return others;
    }

    /** Whom a code leads to: its agency; after a reorganisation its one successor, as long as the reorganisation lets it (Điều 7.2). */
    private AgencyView requireAddressee(String code) {
        CodeResolution found =
                directory.resolve(code).orElseThrow(() -> new LgspException(ErrorCode.RECIPIENT_UNKNOWN, code));
        AgencyView agency = found.agency();
        if (found.state() == IdentifierCode.State.CLOSED) {
            if (found.successors().size() != 1 || !directory.leadsOn(code)) {
                throw new LgspException(ErrorCode.CODE_CLOSED, code, day(found.validTo()), successors(found));
            }
            agency = directory.byCode(found.successors().get(0).code()).orElseThrow();
        }
        if (found.state() == IdentifierCode.State.LOCKED || agency.state() != Agency.State.ACTIVE) {
            throw new LgspException(ErrorCode.RECIPIENT_NOT_ACTIVE, code);
        }
        return agency;
    }

    /** Counts the packet where a quota is involved; what is refused after that is rolled back with the count. */
    private boolean maySend(
            ApplicationView source, Addressee to, UUID receiver, DataType type, int packets, List<Fault> faults) {
        try {
            return rights.maySend(source.id(), to.agency().id(), receiver, type.code(), packets);
        } catch (LgspException refusal) {
            // The transaction is lost: nothing more can be looked at in it.
            if (refusal.code() != ErrorCode.QUOTA_USED_UP) {
                throw refusal;
            }
            List<Fault> all = new ArrayList<>(faults);
            all.add(to.fault(refusal.code(), refusal.arguments()));
            throw refusal(all);
        }
    }

    /** A group of which the source may send to nobody is none of its business: it is told no more than of one that does not exist. */
    private static void hideStrangers(Map<UUID, Addressee> addressees, List<Fault> faults) {
        Map<String, Long> members = addressees.values().stream()
                .filter(Addressee::member)
                .collect(Collectors.groupingBy(Addressee::field, Collectors.counting()));
        members.forEach((field, count) -> {
            List<Fault> refused = faults.stream()
                    .filter(fault -> fault.error().field().equals(field) && fault.code() == ErrorCode.NO_ACCESS_RIGHT)
                    .toList();
            if (refused.size() == count) {
                faults.removeAll(refused);
                faults.add(Fault.of(refused.get(0).entry(), field, "no-such"));
            }
        });
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    private static LgspException refusal(List<Fault> faults) {
        List<Fault> sorted =
                faults.stream().sorted(Comparator.comparing(Fault::entry)).toList();
        List<FieldError> errors = sorted.stream().map(Fault::error).toList();
        Fault first = sorted.get(0);
        return sorted.stream().allMatch(fault -> fault.code() == first.code())
                ? new LgspException(first.code(), errors, first.arguments())
                : new LgspException(ErrorCode.REQUEST_INVALID, errors);
    }

    private static String successors(CodeResolution closed) {
        return closed.successors().isEmpty()
                ? "–"
                : closed.successors().stream()
                        .map(successor -> successor.code() + " (" + successor.name() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String day(Instant time) {
        return DAY.format(time);
    }
}
