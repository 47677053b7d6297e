package vn.lgsp.sample.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The steps of a load. Each is one transaction together with its number, so that it is taken once, whatever happens. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoadSteps {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private Orders orders;

    @Inject
    private Founding founding;

    @Inject
    private PacketRows rows;

    /** Takes the next step; says whether there may be another one. */
    public boolean next() {
        try (Connection connection = database.getConnection()) {
            Order order = orders.lock(connection)
                    .filter(found -> found.state() == Order.State.LOADING)
                    .orElse(null);
            if (order == null) {
                return false;
            }
            SampleMode.begin(connection);
            Plan plan = new Plan(order);
            if (order.step() == 0) {
                SampleMode.partitions(connection, plan.begin());
                founding.found(connection, order, plan.days());
            } else if (plan.bringsPackets(order.step())) {
                rows.write(
                        connection, plan.packets(order.step(), new Partners(order.seed(), Cast.present(connection))));
            }
            if (plan.counts(order.step()) != null) {
                SampleMode.statistics(connection, plan.counts(order.step()));
            }
            int next = order.step() + 1;
            orders.advance(connection, Order.State.LOADED, next, plan.steps());
            return next < plan.steps();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
