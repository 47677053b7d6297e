package vn.lgsp.registry.control;

/** When a row of {@code access_right} counts between two ends, as a piece of SQL for queries that take their decision in one step. */
public final class RightConditions {
    /**
     * Continues a condition on {@code access_right r}: in force at {@code :now}, from the application {@code :source} or its agency or a group of
     * it, to the agency {@code :destination}, the application {@code :receiver} or a group of the agency.
     */
    public static final String IN_FORCE =
            """
            and r.valid_from <= :now and (r.valid_to is null or r.valid_to > :now)
            and (r.source_application_id = :source
                or r.source_agency_id = (select agency_id from application where id = :source)
                or r.source_group_id = any (array(select m.group_id from agency_group_member m
                    join application a on a.agency_id = m.agency_id where a.id = :source)))
            and (r.destination_agency_id = :destination
                or r.destination_application_id = :receiver
                or r.destination_group_id = any (array(
                    select m.group_id from agency_group_member m where m.agency_id = :destination)))
            """;

    private RightConditions() {}
}
