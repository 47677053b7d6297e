package vn.lgsp.tests.database;

import java.util.List;
import vn.lgsp.tests.platform.Database;

/** Figures counted twice: as the roll-ups have them, and anew from the history, by SQL that shares nothing with them. */
final class Traffic {
    private static final String ROLLED_UP =
            """
            select concat_ws(' ', grain, start at time zone 'Asia/Ho_Chi_Minh', agency_id, direction, environment, data_type, sum(requested),
                sum(completed), sum(confirmed), sum(refused), sum(expired), sum(cancelled), sum(failed), sum(abandoned),
                sum(bytes_completed), sum(bytes_confirmed))
            from %s
            group by grain, start, agency_id, direction, environment, data_type
            order by 1
            """;
    private static final String COUNTED =
            """
            with side as (
                select p.source_agency_id agency_id, 'SENT' direction, p.id packet_id, d.id delivery_id from packet p join delivery d on d.packet_id = p.id
                union all select d.destination_agency_id, 'RECEIVED', d.packet_id, d.id from delivery d
                union all select '00000000-0000-0000-0000-000000000000', 'SENT', d.packet_id, d.id from delivery d
                union all select '00000000-0000-0000-0000-000000000000', 'RECEIVED', d.packet_id, d.id from delivery d
            ), step as (
                select grain, date_trunc(lower(grain), h.at at time zone 'Asia/Ho_Chi_Minh') start, s.agency_id, direction, a.environment,
                    p.data_type, coalesce(h.from_state, '') f, h.to_state t, p.total_bytes b
                from packet_history h
                join side s on s.delivery_id = h.subject_id
                join packet p on p.id = h.packet_id
                join application a on a.id = p.source_application_id
                cross join unnest(array['HOUR', 'DAY', 'MONTH']) grain
                where h.subject = 'DELIVERY' and h.to_state not in ('NOTIFIED', 'ACCEPTED', 'FETCHING')
            )
            select concat_ws(' ', grain, start, agency_id, direction, environment, data_type, count(*) filter (where t = 'WAITING'),
                count(*) filter (where t = 'PLANNED'), count(*) filter (where t = 'CONFIRMED'), count(*) filter (where t = 'REFUSED'),
                count(*) filter (where t = 'EXPIRED' and f <> 'WAITING'), count(*) filter (where t = 'CANCELLED'),
                count(*) filter (where t = 'FAILED'), count(*) filter (where t = 'EXPIRED' and f = 'WAITING'),
                coalesce(sum(b) filter (where t = 'PLANNED'), 0), coalesce(sum(b) filter (where t = 'CONFIRMED'), 0))
            from step
            group by grain, start, agency_id, direction, environment, data_type
            order by 1
            """;

    private final Database database;

    Traffic(Database database) {
        this.database = database;
    }

    /** Both tables together, as every reader sees them. */
    List<Object> now() {
        return database.column(ROLLED_UP.formatted("traffic_now"));
    }

    /** What has been folded. */
    List<Object> folded() {
        return database.column(ROLLED_UP.formatted("traffic"));
    }

    /** The same, counted from the history. */
    List<Object> counted() {
        return database.column(COUNTED);
    }

    /** Folds a few rows, as a node does. */
    long fold(int rows) {
        return database.count("select fold_traffic(?)", rows);
    }

    /** How many rows are fresh. */
    long fresh() {
        return database.count("select count(*) from traffic_delta");
    }

    /** Counts everything anew. */
    void rebuild() {
        database.update("call rebuild_traffic(now() - interval '1 year', now())");
    }
}
