package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.lgsp.model.packet.DeliveriesMoved;
import vn.lgsp.model.packet.DeliveryMoved;

/**
 * Notes the steps that count, in the transaction of the steps: rows appended, no row shared with anybody. Steps of one transaction that count as the
 * same are one row.
 */
@ApplicationScoped
public class TrafficRecorder {
    /** Without a step that is timed: planning for the history costs more than the rest. */
    private static final String APPEND = append("null::smallint");

    private static final String APPEND_TIMED = append(
            """
            case when u.step = 'CONFIRMED' then (
                    select delivery_time_bucket((extract(epoch from u.at - greatest(h.at, u.not_before)) * 1000)::bigint)
                    from packet_history h
                    where h.packet_id = u.packet and h.subject = 'DELIVERY' and h.subject_id = u.delivery and h.to_state = 'PLANNED') end""");

    private static String append(String bucket) {
        return """
            insert into traffic_delta (at, step, source_application_id, source_agency_id, destination_agency_id, data_type, deliveries, bytes, bucket)
            select min(m.at), m.step, m.application, m.source, m.destination, m.type, count(*), sum(m.bytes), m.bucket
            from (
                select u.*, %s as bucket
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as u (at, step, application, source, destination, type, bytes, not_before, packet, delivery)) m
            group by date_trunc('hour', m.at), m.step, m.application, m.source, m.destination, m.type, m.bucket
            """
                .formatted(bucket);
    }

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** A step as it counts. */
    private record Counted(Step step, DeliveryMoved moved) {
        long bytes() {
            return step == Step.COMPLETED || step == Step.CONFIRMED
                    ? moved.packet().totalBytes()
                    : 0;
        }
    }

    /** Appends the steps; whatever keeps them from being counted keeps them from being taken. */
    public void moved(@Observes DeliveriesMoved moved) {
        List<Counted> counted = moved.moves().stream()
                .flatMap(move -> Step.of(move).map(step -> new Counted(step, move)).stream())
                .toList();
        if (!counted.isEmpty()) {
            append(counted);
        }
    }

    private void append(List<Counted> steps) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        steps.stream().anyMatch(one -> one.step() == Step.CONFIRMED) ? APPEND_TIMED : APPEND)) {
            column(
                    connection,
                    insert,
                    1,
                    "timestamptz",
                    steps,
                    one -> text(one.moved().at()));
            column(connection, insert, 2, "varchar", steps, one -> one.step().name());
            column(connection, insert, 3, "uuid", steps, one -> one.moved()
                    .packet()
                    .sourceApplicationId());
            column(connection, insert, 4, "uuid", steps, one -> one.moved()
                    .packet()
                    .sourceAgencyId());
            column(connection, insert, 5, "uuid", steps, one -> one.moved()
                    .delivery()
                    .destinationAgencyId());
            column(connection, insert, 6, "varchar", steps, one -> one.moved()
                    .packet()
                    .dataType());
            column(connection, insert, 7, "int8", steps, Counted::bytes);
            column(
                    connection,
                    insert,
                    8,
                    "timestamptz",
                    steps,
                    one -> text(one.moved().packet().notBefore()));
            column(connection, insert, 9, "uuid", steps, one -> one.moved()
                    .packet()
                    .id());
            column(connection, insert, 10, "uuid", steps, one -> one.moved()
                    .delivery()
                    .id());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static void column(
            Connection connection,
            PreparedStatement statement,
            int index,
            String type,
            List<Counted> steps,
            Function<Counted, Object> value)
            throws SQLException {
        statement.setArray(
                index, connection.createArrayOf(type, steps.stream().map(value).toArray()));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
