package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * A group of agencies in a list.
 *
 * @param members how many agencies belong to it
 * @param pending how many wait for an approval
 * @param rights how many rights in force it is an end of
 */
public record GroupRow(
        UUID id,
        String code,
        String name,
        String ownerCode,
        String ownerName,
        long members,
        long pending,
        long rights) {}
