package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryMoved;
import vn.lgsp.model.packet.Packet;

/** Notes each step that counts, in the transaction of the step: one row appended, no row shared with anybody. */
@ApplicationScoped
public class TrafficRecorder {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Appends the step; whatever keeps it from being counted keeps the step from being taken. */
    public void moved(@Observes DeliveryMoved moved) {
        Step.of(moved).ifPresent(step -> append(step, moved));
    }

    private void append(Step step, DeliveryMoved moved) {
        Packet packet = moved.packet();
        Delivery delivery = moved.delivery();
        boolean whole = step == Step.COMPLETED || step == Step.CONFIRMED;
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        step == Step.CONFIRMED
                                ? """
                                  insert into traffic_delta values (?, ?, ?, ?, ?, ?, 1, ?, (
                                      select delivery_time_bucket((extract(epoch from cast(? as timestamptz)
                                          - greatest(at, cast(? as timestamptz))) * 1000)::bigint)
                                      from packet_history
                                      where packet_id = ? and subject = 'DELIVERY' and subject_id = ? and to_state = 'PLANNED'))
                                  """
                                : "insert into traffic_delta values (?, ?, ?, ?, ?, ?, 1, ?)")) {
            time(insert, 1, moved.at());
            insert.setString(2, step.name());
            insert.setObject(3, packet.sourceApplicationId());
            insert.setObject(4, packet.sourceAgencyId());
            insert.setObject(5, delivery.destinationAgencyId());
            insert.setString(6, packet.dataType());
            insert.setLong(7, whole ? packet.totalBytes() : 0);
            if (step == Step.CONFIRMED) {
                time(insert, 8, moved.at());
                time(insert, 9, packet.notBefore());
                insert.setObject(10, packet.id());
                insert.setObject(11, delivery.id());
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static void time(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(
                index, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
