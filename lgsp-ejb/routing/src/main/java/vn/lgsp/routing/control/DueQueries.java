package vn.lgsp.routing.control;

/**
 * What is due, the sources in turn: each gives its first, then each its second, and so on, so that a hundred thousand of one source do not keep
 * another's waiting (Điều 4.2, 5.4).
 *
 * <p>Which sources have something is found by jumping from one to the next in the index, not by reading what they have; of each no more is
 * looked at than can be taken this time.
 */
final class DueQueries {
    /** Within a source, the most important first. */
    static final String ANNOUNCEMENTS =
            """
            with recursive queue (source, importance) as (
                (select source_agency_id, importance from delivery
                where coalesce(not_before, next_attempt_at) is not null and state in ('PLANNED', 'NOTIFIED')
                order by source_agency_id, importance limit 1)
                union all
                select n.source_agency_id, n.importance from queue q
                cross join lateral (
                    select d.source_agency_id, d.importance from delivery d
                    where (d.source_agency_id, d.importance) > (q.source, q.importance)
                        and coalesce(d.not_before, d.next_attempt_at) is not null and d.state in ('PLANNED', 'NOTIFIED')
                    order by d.source_agency_id, d.importance limit 1) n)
            select id from (
                select d.id, d.importance, row_number() over (partition by q.source order by d.importance desc, d.due, d.id) as turn
                from queue q
                cross join lateral (
                    select d.id, d.importance, coalesce(d.not_before, d.next_attempt_at) as due from delivery d
                    where d.source_agency_id = q.source and d.importance = q.importance
                        and coalesce(d.not_before, d.next_attempt_at) <= now() and d.state in ('PLANNED', 'NOTIFIED')
                    order by coalesce(d.not_before, d.next_attempt_at) limit :most) d) taken
            order by turn, importance desc, id limit :most
            """;

    static final String EXPIRIES =
            """
            with recursive queue (source) as (
                (select source_agency_id from delivery
                where deadline is not null and state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                order by source_agency_id limit 1)
                union all
                select n.source_agency_id from queue q
                cross join lateral (
                    select d.source_agency_id from delivery d
                    where d.source_agency_id > q.source and d.deadline is not null
                        and d.state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                    order by d.source_agency_id limit 1) n)
            select id from (
                select d.id, row_number() over (partition by q.source order by d.deadline, d.id) as turn
                from queue q
                cross join lateral (
                    select d.id, d.deadline from delivery d
                    where d.source_agency_id = q.source and d.deadline <= now()
                        and d.state in ('WAITING', 'PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                    order by d.deadline limit :most) d) taken
            order by turn, id limit :most
            """;

    private DueQueries() {}
}
