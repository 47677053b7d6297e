package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * In which order a destination gets what waits for it (Điều 9.1, 5.4): the most important first, and in each importance the sources in turn, each
 * from its oldest on. What costs time here is the number of sources that wait, not the number of packets.
 */
@ApplicationScoped
public class InboxOrder {
    /** As {@link DueQueries}: from one source to the next in the index, and of each no more than can be taken. */
    public static final String NEXT =
            """
            with recursive queue (importance, source) as (
                (select importance, source_agency_id from delivery
                where destination_application_id = :application and state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                order by importance desc, source_agency_id desc limit 1)
                union all
                select n.importance, n.source_agency_id from queue q
                cross join lateral (
                    select d.importance, d.source_agency_id from delivery d
                    where d.destination_application_id = :application and (d.importance, d.source_agency_id) < (q.importance, q.source)
                        and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                    order by d.importance desc, d.source_agency_id desc limit 1) n)
            select id from (
                select d.id, q.importance, row_number() over (partition by q.importance, q.source order by d.id) as turn
                from queue q
                cross join lateral (
                    select d.id from delivery d
                    where d.destination_application_id = :application and d.importance = q.importance and d.source_agency_id = q.source
                        and d.not_before is null and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                    order by d.not_before nulls first, d.id limit :most) d) taken
            order by importance desc, turn, id limit :most
            """;

    @EJB
    private InTurn inTurn;

    /** The deliveries that come next. */
    public List<UUID> next(UUID application, int most) {
        return inTurn.ids(NEXT, Map.of("application", application, "most", most));
    }
}
