package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.StringReader;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** Keeps requests with their steps, and writes down what happens to them. */
@ApplicationScoped
public class Requests {
    /** Days of decisions are those of Viet Nam. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The request, held until the transaction ends; NOT_FOUND. */
    public Reorganisation hold(UUID id) {
        return Optional.ofNullable(em.find(Reorganisation.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** The request; NOT_FOUND. */
    public Reorganisation find(UUID id) {
        return Optional.ofNullable(em.find(Reorganisation.class, id))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /** Enters a new request with the next number of the year, {@code DN-2026-000001}. */
    public Reorganisation create(UUID agencyId, UUID accountId) {
        Number next = (Number)
                em.createNativeQuery("select nextval('reorganisation_number')").getSingleResult();
        String number = "DN-%d-%06d".formatted(Year.now(ZONE).getValue(), next.longValue());
        Reorganisation request = new Reorganisation(number, agencyId, accountId, Instant.now());
        request.says(number, agencyId, null, null, null, 0);
        em.persist(request);
        return request;
    }

    /** Counts a change of what belongs to a request, whatever the request's own row says. */
    void touched(Reorganisation request) {
        em.lock(request, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The steps in their order. */
    public List<ReorganisationStep> steps(UUID id) {
        em.flush();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select act, array_to_string(sources, ' '), target, target_qcvn, name, short_name, kind, parent
                        from reorganisation_step where reorganisation_id = :id order by position
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new ReorganisationStep(
                        ReorganisationAct.valueOf(row.get(0, String.class)),
                        codes(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class),
                        row.get(7, String.class)))
                .toList();
    }

    /** Codes have no blanks: joined by them, they come back as they were. */
    private static List<String> codes(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
    }

    /** Replaces the steps. */
    public void steps(UUID id, List<ReorganisationStep> steps) {
        em.flush();
        em.createNativeQuery("delete from reorganisation_step where reorganisation_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        int position = 0;
        for (ReorganisationStep step : steps) {
            em.createNativeQuery(
                            """
                            insert into reorganisation_step (reorganisation_id, position, act, sources, target, target_qcvn, name, short_name,
                                kind, parent)
                            values (:id, :position, :act, string_to_array(:sources, ' '), :target, :qcvn, :name, :short, :kind, :parent)
                            """)
                    .setParameter("id", id)
                    .setParameter("position", ++position)
                    .setParameter("act", step.act().name())
                    .setParameter("sources", String.join(" ", step.sources()))
                    .setParameter("target", step.target())
                    .setParameter("qcvn", step.targetQcvn())
                    .setParameter("name", step.name())
                    .setParameter("short", step.shortName())
                    .setParameter("kind", step.kind())
                    .setParameter("parent", step.parent())
                    .executeUpdate();
        }
    }

    /** Writes down what somebody, or for null the platform itself, did; the states are null for a comment. */
    public void note(
            UUID id,
            UUID actorId,
            String actor,
            String act,
            ReorganisationState from,
            ReorganisationState to,
            String note) {
        em.flush();
        em.createNativeQuery(
                        """
                        insert into reorganisation_event (id, reorganisation_id, at, actor_id, actor_name, act, from_state, to_state, note)
                        values (:id, :request, :at, :actor, :name, :act, :from, :to, :note)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("request", id)
                .setParameter("at", Instant.now())
                .setParameter("actor", actorId)
                .setParameter("name", actor)
                .setParameter("act", act)
                .setParameter("from", from == null ? null : from.name())
                .setParameter("to", to == null ? null : to.name())
                .setParameter("note", note)
                .executeUpdate();
    }

    /** Keeps why a request could not be carried out; null to forget it. */
    public void failed(UUID id, List<Problem> problems) {
        em.flush();
        em.createNativeQuery("update reorganisation set failure = cast(:failure as jsonb) where id = :id")
                .setParameter("failure", problems == null ? null : json(problems))
                .setParameter("id", id)
                .executeUpdate();
    }

    private static String json(List<Problem> problems) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Problem problem : problems) {
            array.add(Json.createObjectBuilder()
                    .add("step", problem.step())
                    .add("error", problem.error())
                    .add("reason", problem.reason())
                    .add("arguments", Json.createArrayBuilder(problem.arguments())));
        }
        return array.build().toString();
    }

    /** Reads what {@link #failed} keeps; {@code json} may be null. */
    static List<Problem> problems(String json) {
        if (json == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class).stream()
                    .map(problem -> new Problem(
                            problem.getInt("step"),
                            problem.getBoolean("error"),
                            problem.getString("reason"),
                            problem.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .collect(Collectors.toList())))
                    .toList();
        }
    }

    /** Reads an array of texts. */
    static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
