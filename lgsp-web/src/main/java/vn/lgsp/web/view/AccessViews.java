package vn.lgsp.web.view;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.RightParty;
import vn.lgsp.registry.boundary.AccessRightView;
import vn.lgsp.registry.boundary.GroupEvent;
import vn.lgsp.registry.boundary.GroupView;
import vn.lgsp.registry.boundary.NewAccessRight;
import vn.lgsp.registry.boundary.PartyInput;
import vn.lgsp.registry.boundary.PartyView;
import vn.lgsp.registry.boundary.Verdict;

/** Access rights and groups, in and out, as the contract names them. */
public final class AccessViews {
    private AccessViews() {}

    /** Schema AccessParty. */
    public record Party(String kind, String code, String name, String agency) {
        static Party of(PartyView view) {
            return new Party(Constants.of(view.kind()), view.code(), view.name(), view.agencyCode());
        }
    }

    /** Schema AccessRight. */
    public record Item(
            UUID id,
            String state,
            Party source,
            Party destination,
            String dataType,
            UUID operationId,
            String service,
            String operation,
            Instant validFrom,
            Instant validTo,
            Integer dailyQuota,
            Integer usedToday,
            String document,
            String purpose,
            String requestedBy,
            Instant createdAt,
            String decidedBy,
            Instant decidedAt,
            String decisionReason,
            String withdrawnBy,
            Instant withdrawnAt,
            String withdrawnReason) {
        /** A right with who did what. */
        public static Item of(AccessRightView view) {
            return new Item(
                    view.id(),
                    Constants.of(view.state()),
                    Party.of(view.source()),
                    Party.of(view.destination()),
                    view.dataType(),
                    view.operationId(),
                    view.service(),
                    view.operation(),
                    view.validFrom(),
                    view.validTo(),
                    view.dailyQuota(),
                    view.dailyQuota() == null ? null : view.usedToday(),
                    view.document(),
                    view.purpose(),
                    view.requestedBy(),
                    view.createdAt(),
                    view.decidedBy(),
                    view.decidedAt(),
                    view.decisionReason(),
                    view.withdrawnBy(),
                    view.withdrawnAt(),
                    view.withdrawnReason());
        }
    }

    /** Schema NewAccessRight. */
    public record New(
            PartyName source,
            PartyName destination,
            String dataType,
            String operationId,
            String validFrom,
            String validTo,
            Integer dailyQuota,
            String document,
            String purpose) {

        /** What is asked for. */
        public NewAccessRight input() {
            return new NewAccessRight(
                    source == null ? null : source.input("source"),
                    destination == null ? null : destination.input("destination"),
                    dataType,
                    id(operationId),
                    time("validFrom", validFrom),
                    time("validTo", validTo),
                    dailyQuota,
                    document,
                    purpose);
        }

        private static UUID id(String text) {
            try {
                return text == null ? null : UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw Inputs.invalid("operationId", "form");
            }
        }

        private static Instant time(String field, String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw Inputs.invalid(field, "form");
            }
        }
    }

    /** Schema AccessPartyName. */
    public record PartyName(String kind, String code) {
        PartyInput input(String field) {
            return new PartyInput(Constants.read(field + ".kind", kind, RightParty.Kind.class), code);
        }
    }

    /** Schema Decision. */
    public record Decision(String reason) {}

    /** Schema AccessExplanation. */
    public record Explanation(boolean allowed, UUID rightId, List<String> obstacles, List<NearMiss> nearMisses) {
        /**
         * The verdict.
         *
         * @param ownOnly whether the rights are left out, and only what they lack is told: an application sees no papers of people
         */
        public static Explanation of(Verdict verdict, boolean ownOnly) {
            return new Explanation(
                    verdict.allowed(),
                    verdict.rightId(),
                    verdict.obstacles().stream().map(Constants::of).toList(),
                    verdict.nearMisses().stream()
                            .map(miss -> new NearMiss(
                                    miss.right().id(),
                                    ownOnly ? null : Item.of(miss.right()),
                                    miss.obstacles().stream().map(Constants::of).toList()))
                            .toList());
        }
    }

    /** Schema NearMiss. */
    public record NearMiss(UUID rightId, Item right, List<String> obstacles) {}

    /** Schema AgencyGroup. */
    public record Group(UUID id, String code, String name, String owner, List<Member> members, List<Joining> pending) {
        /** A group with its members. */
        public static Group of(GroupView view) {
            return new Group(
                    view.id(),
                    view.code(),
                    view.name(),
                    view.owner().code(),
                    view.members().stream()
                            .map(member -> new Member(member.code(), member.name()))
                            .toList(),
                    view.pending().stream()
                            .map(one -> new Joining(
                                    one.agency().code(), one.agency().name(), one.requestedBy(), one.requestedAt()))
                            .toList());
        }
    }

    /** Schema GroupMember. */
    public record Member(String agency, String name) {}

    /** Schema GroupJoining. */
    public record Joining(String agency, String name, String requestedBy, Instant requestedAt) {}

    /** Schema GroupEvent. */
    public record GroupLine(Instant at, String actor, String act, String agency, String reason) {
        /** What was done, in the words of the contract. */
        public static GroupLine of(GroupEvent event) {
            return new GroupLine(
                    event.at(),
                    event.actor(),
                    Constants.of(event.act()),
                    event.agency() == null ? null : event.agency().code(),
                    event.reason());
        }
    }

    /** Schema NewGroup. */
    public record NewGroup(String owner, String code, String name) {}
}
