package vn.lgsp.sample.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.SampleKeys;
import vn.lgsp.model.SamplePeople;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;

/**
 * The first step of a load: agencies, applications, keys, rights, people and connections. Applications stand in sample agencies only, and
 * receive only where no other application does: nothing real is ever delivered to one.
 */
@Dependent
public class Founding {
    private static final String PROVINCE = "000.00.00.H23";
    /** What connections beyond the province are called among the kinds of agencies. */
    static final String BEYOND_KIND = "Kết nối ngoài tỉnh";

    private static final List<NewAgency> BEYOND = List.of(
            new NewAgency("000.00.98.H23", "H23.98", "NDXP giả lập (MẪU)", BEYOND_KIND, PROVINCE),
            new NewAgency("000.00.99.H23", "H23.99", "LGSP tỉnh bạn (MẪU)", BEYOND_KIND, PROVINCE));
    private static final Duration AGE = Duration.ofDays(Days.DAYS + 14);

    private static final String APPLICATION =
            """
            insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
            select ?, ?, ?, ?, 'TEST',
                not exists (select from application where agency_id = ? and receives and state <> 'RETIRED'), 'ACTIVE', true, ?
            on conflict (code) do update set state = 'ACTIVE' where application.sample
            returning id, not exists (select from access_key k where k.application_id = application.id)
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Registration registration;

    @EJB
    private SampleKeys keys;

    @Inject
    private Event<SamplePeople> people;

    @Inject
    private Rearrangements rearrangements;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /** Enters everything that packets need. */
    void found(Connection connection, Order order, Days days) throws SQLException {
        Instant begin = order.until().minus(AGE);
        registration.agencies(agencies(connection), true);
        em.flush();
        Map<String, UUID> places = sampleAgencies(connection);
        applications(connection, order, begin, places);
        List<Party> parties = Cast.present(connection);
        if (parties.size() < 2) {
            throw new IllegalStateException(
                    "the agencies of the reference data are real here: there is no place for a sample");
        }
        rights(connection, order, begin, new Partners(order.seed(), parties));
        new Connections(order.seed(), days, order.until(), node).write(connection, parties);
        people.fire(new SamplePeople(People.in(places, order.seed(), begin), demo));
        em.flush();
        rearrangements.enter(order, begin);
    }

    /** The reference data; where a real agency stands at the top, below that one. */
    private static List<NewAgency> agencies(Connection connection) throws SQLException {
        String top = null;
        try (PreparedStatement query = connection.prepareStatement(
                        "select code from agency where parent_id is null and not sample order by level, id limit 1");
                ResultSet rows = query.executeQuery()) {
            if (rows.next()) {
                top = rows.getString(1);
            }
        }
        List<NewAgency> agencies = new ArrayList<>();
        for (NewAgency agency : Stream.concat(ReferenceAgencies.read().stream(), BEYOND.stream())
                .toList()) {
            boolean below = agency.parentCode() == null && top != null && !top.equals(agency.code());
            agencies.add(
                    below
                            ? new NewAgency(agency.code(), agency.codeQd20(), agency.name(), agency.kind(), top)
                            : agency);
        }
        return agencies;
    }

    private static Map<String, UUID> sampleAgencies(Connection connection) throws SQLException {
        Map<String, UUID> agencies = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select code, id from agency where sample and state = 'ACTIVE'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                agencies.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
        }
        return agencies;
    }

    private void applications(Connection connection, Order order, Instant begin, Map<String, UUID> places)
            throws SQLException {
        Keys making = new Keys(order.seed(), begin, order.until());
        List<SampleKeys.SampleKey> made = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(APPLICATION)) {
            for (int place = 0; place < Cast.PARTS.size(); place++) {
                Cast.Part part = Cast.PARTS.get(place);
                UUID agency = places.get(part.agency());
                if (agency != null) {
                    UUID fresh = Dice.of(order.seed(), -4, place).id(begin);
                    UUID keyless = enter(insert, part, fresh, agency, begin);
                    if (keyless != null) {
                        made.addAll(making.of(part, keyless, place));
                    }
                }
            }
        }
        keys.enter(made);
    }

    /**
     * Enters an application, or takes up again the one that a removal had to leave.
     *
     * @return its id; null when it has a key, or when its code belongs to something real
     */
    private static UUID enter(PreparedStatement insert, Cast.Part part, UUID id, UUID agency, Instant begin)
            throws SQLException {
        insert.setObject(1, id);
        insert.setString(2, part.code());
        insert.setString(3, part.name());
        insert.setObject(4, agency);
        insert.setObject(5, agency);
        insert.setObject(6, begin.atOffset(java.time.ZoneOffset.UTC));
        try (ResultSet row = insert.executeQuery()) {
            return row.next() && row.getBoolean(2) ? row.getObject(1, UUID.class) : null;
        }
    }

    private static void rights(Connection connection, Order order, Instant begin, Partners partners)
            throws SQLException {
        Rows rows = new Rows(
                "access_right",
                "id uuid",
                "source_application_id uuid",
                "destination_agency_id uuid",
                "data_type text",
                "valid_from timestamptz",
                "valid_to timestamptz",
                "withdrawn_at timestamptz",
                "state text",
                "created_at timestamptz");
        int number = 0;
        for (Map.Entry<Party, Party> pair : partners.pairs().toList()) {
            for (String type : List.of("edoc", "file")) {
                Dice dice = Dice.of(order.seed(), -5, number++);
                boolean withdrawn = dice.chance(0.01);
                boolean ends = !withdrawn && dice.chance(0.03);
                rows.add(
                        dice.id(begin),
                        pair.getKey().id(),
                        pair.getValue().agencyId(),
                        type,
                        begin,
                        ends ? order.until().plus(Duration.ofDays(dice.between(3, 60))) : null,
                        withdrawn ? order.until().minus(Duration.ofHours(dice.between(2, 30))) : null,
                        withdrawn ? "WITHDRAWN" : "APPROVED",
                        begin);
            }
        }
        rows.write(connection);
    }
}
