package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;

/** A group of agencies with its members in the order of their codes. */
public record GroupView(UUID id, String code, String name, Member owner, int version, List<Member> members) {

    /** An agency of the group. */
    public record Member(UUID id, String code, String name) {}
}
