package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A group of agencies.
 *
 * @param owner the agency that says who belongs to it
 * @param members in the order of their codes
 * @param pending agencies that somebody wants to take in and somebody else has to approve: they have no right of the group yet
 */
public record GroupView(
        UUID id, String code, String name, Member owner, int version, List<Member> members, List<Pending> pending) {

    /** An agency of the group. */
    public record Member(UUID id, String code, String name) {}

    /**
     * An agency that is to become a member.
     *
     * @param requestedBy the user name of whoever asked
     */
    public record Pending(Member agency, UUID requesterId, String requestedBy, Instant requestedAt) {}
}
