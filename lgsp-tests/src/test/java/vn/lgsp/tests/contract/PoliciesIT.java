package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Policies of exchange: written by one, published by another, chosen by the source, kept by the platform (Điều 8.3, 5.4)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoliciesIT {
    private static final String POLICIES = "/api/v1/policies";
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Person author = Person.named(platform, "vanhanh");
    private final Person publisher = Person.named(platform, "pheduyet");
    private final States states = new States(platform);

    private static String code() {
        return "cs-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static Map<String, Object> draft(String code, Map<String, ?> terms) {
        return Map.of("code", code, "nameVi", "Giờ hành chính", "nameEn", "Office hours", "terms", terms);
    }

    private Answer drafted(String code, Map<String, ?> terms) {
        return author.post(POLICIES, draft(code, terms)).expect(201);
    }

    private Answer act(Person person, Answer policy, String verb) {
        return person.send("POST", path(policy) + ":" + verb, null, policy.header("ETag"));
    }

    private static String path(Answer policy) {
        return POLICIES + "/" + policy.get("id").asText();
    }

    /** A policy that counts; returns its code. */
    private String published(Map<String, ?> terms) {
        String code = code();
        act(publisher, drafted(code, terms), "publish").expect(200);
        return code;
    }

    /** Hours of a day that is neither today nor tomorrow. */
    private static Map<String, Object> closedNow() {
        String day = LocalDate.now(VIET_NAM).plusDays(3).getDayOfWeek().name();
        return Map.of("days", List.of(day.substring(0, 3).toLowerCase(Locale.ROOT)), "from", "08:00", "to", "09:30");
    }

    private JsonNode delivery(Parcel parcel) {
        return source.get(parcel.path() + "/deliveries")
                .expect(200)
                .get("items")
                .get(0);
    }

    private static List<String> fields(Answer refused) {
        return refused.get("errors").findValuesAsText("field");
    }

    @Test
    @DisplayName("what one drafted another publishes; then it is never changed but followed by a next version")
    void life() {
        String code = code();
        Answer first = drafted(code, Map.of("attempts", 3, "hold", "P2D", "window", closedNow()));
        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(first.get("state").asText()).isEqualTo("draft");
        assertThat(first.get("terms").get("firstInterval").asText())
                .as("as the platform's own")
                .isEqualTo("PT30M");
        author.post(POLICIES, draft(code, Map.of())).refused(409, "policy-state");
        author.send("PUT", path(first), draft(code, Map.of("attempts", 2)), null)
                .refused(428, "version-missing");
        Answer changed = author.send("PUT", path(first), draft(code, Map.of("attempts", 4)), first.header("ETag"))
                .expect(200);
        author.send("PUT", path(first), draft(code, Map.of("attempts", 5)), first.header("ETag"))
                .refused(412, "version-outdated");
        act(publisher, first, "publish").refused(412, "version-outdated");
        act(author, changed, "publish").refused(403, "own-request");
        assertThat(codesForSources()).doesNotContain(code);
        Answer published = act(publisher, changed, "publish").expect(200);
        assertThat(published.get("state").asText()).isEqualTo("published");
        assertThat(published.get("publishedBy").asText())
                .isNotEqualTo(published.get("draftedBy").asText());
        author.send("PUT", path(first), draft(code, Map.of("attempts", 5)), published.header("ETag"))
                .refused(409, "policy-state");

        Answer next = drafted(code, Map.of("attempts", 7));
        assertThat(next.get("version").asInt()).isEqualTo(2);
        act(publisher, next, "publish").expect(200);
        assertThat(author.get(path(first)).expect(200).get("state").asText()).isEqualTo("retired");
        JsonNode offered = StreamSupport.stream(
                        source.get(POLICIES).expect(200).get("items").spliterator(), false)
                .filter(one -> one.get("code").asText().equals(code))
                .reduce((one, other) -> {
                    throw new AssertionError("offered twice");
                })
                .orElseThrow();
        assertThat(offered.get("terms").get("attempts").asInt()).isEqualTo(7);
        assertThat(offered.has("draftedBy"))
                .as("people are not for applications")
                .isFalse();
    }

    private List<String> codesForSources() {
        return source.get(POLICIES).expect(200).json().findValuesAsText("code");
    }

    @Test
    @DisplayName("a draft that could not be kept names every field; who may not write does not")
    void refusedDrafts() {
        Answer wrong = author.post(
                        POLICIES,
                        draft("Mã", Map.of("attempts", 0, "hold", "PT5S", "factor", 0.5, "reportAfter", "P400D")))
                .refused(422, "request-invalid");
        assertThat(fields(wrong)).contains("code", "attempts", "hold", "factor", "reportAfter");
        author.post(POLICIES, draft(code(), Map.of("hold", "lâu"))).refused(422, "request-invalid");
        author.post(
                        POLICIES,
                        draft(code(), Map.of("window", Map.of("days", List.of("sat"), "from", "25:00", "to", "06:00"))))
                .refused(422, "request-invalid");
        Person agency = Person.named(platform, "donvi");
        agency.post(POLICIES, draft(code(), Map.of())).refused(403, "forbidden");
        agency.get(POLICIES).expect(200);
    }

    @Test
    @DisplayName(
            "a policy for a data type counts for packets whose source chooses none; while it is, it is not retired")
    void assigned() {
        String type = new Province(platform).dataType(1_000_000);
        new Province(platform).right(source.agency(), destination.agency(), type);
        String code = published(Map.of("attempts", 2, "decides", "platform", "deadlineAfter", "P3D", "hold", "P9D"));
        String of = POLICIES + "/of/" + type;
        author.send("PUT", of, Map.of("policy", "khong-co"), null).refused(422, "request-invalid");
        author.send("PUT", POLICIES + "/of/khong-co", Map.of("policy", code), null)
                .refused(404, "not-found");
        author.send("PUT", of, Map.of("policy", code), null).expect(204);

        Parcel parcel = Parcel.granted(source, destination, Map.of("dataType", type))
                .upload("a.txt", new byte[] {1})
                .complete();
        JsonNode policy = source.get(parcel.path()).expect(200).get("policy");
        assertThat(policy.get("policy").asText()).isEqualTo(code);
        assertThat(policy.get("version").asInt()).isEqualTo(1);
        assertThat(policy.get("chosen").asBoolean()).isFalse();
        assertThat(policy.at("/terms/decides").asText()).isEqualTo("platform");
        JsonNode seenByTheOther = destination.get(parcel.path()).expect(200).json();
        assertThat(seenByTheOther.at("/policy/terms").isMissingNode())
                .as("the source's business")
                .isTrue();
        Instant deadline = Instant.parse(delivery(parcel).get("deadline").asText());
        assertThat(deadline)
                .as("the earlier of both")
                .isBetween(Instant.now().plus(Duration.ofDays(2)), Instant.now().plus(Duration.ofDays(3)));

        Answer found = author.get(POLICIES + "/" + database.one("select id from exchange_policy where code = ?", code));
        assertThat(found.get("dataTypes").get(0).asText()).isEqualTo(type);
        act(author, found, "retire").refused(409, "policy-in-use");
        author.send("PUT", of, java.util.Collections.singletonMap("policy", null), null)
                .expect(204);
        act(author, found, "retire").expect(200);
        act(publisher, author.get(path(found)), "publish").refused(409, "policy-state");
        assertThat(codesForSources()).doesNotContain(code);
    }

    @Test
    @DisplayName("the source chooses by code and changes single parts, as far as the policy lets it")
    void chosen() {
        String code = published(Map.of("attempts", 3, "firstInterval", "PT1H", "hold", "P5D", "decides", "platform"));
        Parcel parcel = Parcel.uploaded(source, destination);
        String path = "/api/v1/spaces/" + parcel.space() + "/policy";
        Answer wrong = source.put(
                        path,
                        Map.of(
                                "policy",
                                code,
                                "attempts",
                                4,
                                "firstInterval",
                                "PT30M",
                                "hold",
                                "P6D",
                                "decides",
                                "source",
                                "deadline",
                                Instant.now()
                                        .plus(Duration.ofDays(6))
                                        .truncatedTo(ChronoUnit.MILLIS)
                                        .toString()))
                .refused(422, "request-invalid");
        assertThat(fields(wrong)).containsExactlyInAnyOrder("attempts", "firstInterval", "hold", "decides", "deadline");
        assertThat(fields(source.put(path, Map.of("policy", "khong-co")).refused(422, "request-invalid")))
                .containsExactly("policy");
        source.put(path, Map.of("policy", code, "factor", 3)).refused(422, "request-invalid");
        source.put(path, Map.of("policy", code, "attempts", 2, "hold", "P1D", "window", closedNow()))
                .expect(204);
        JsonNode before = source.get(parcel.path()).expect(200).get("policy");
        source.put(path, Map.of("policy", code, "attempts", 1)).expect(204);
        parcel.complete();
        JsonNode policy = source.get(parcel.path()).expect(200).get("policy");
        assertThat(before.at("/terms/hold").asText()).isEqualTo("PT24H");
        assertThat(policy.at("/terms/hold").asText()).as("replaced as a whole").isEqualTo("PT120H");
        assertThat(policy.at("/terms/window").isMissingNode()).isTrue();
        assertThat(policy.at("/terms/attempts").asInt()).isEqualTo(1);
        assertThat(policy.get("chosen").asBoolean()).isTrue();
        parcel.accept().fetch().confirm();
    }

    @Test
    @DisplayName("announced in the window alone: outside it a normal packet waits unseen, hỏa tốc does not")
    void window() {
        String code = published(Map.of("window", closedNow(), "reportAfter", "PT2H"));
        Parcel normal = Parcel.uploaded(source, destination)
                .policy(Map.of("policy", code))
                .complete();
        destination.get(normal.deliveryPath()).refused(404, "not-found");
        JsonNode waiting = delivery(normal);
        assertThat(waiting.get("attempts").asInt()).isZero();
        Instant opening = LocalDate.now(VIET_NAM)
                .plusDays(3)
                .atTime(8, 0)
                .atZone(VIET_NAM)
                .toInstant();
        assertThat(Instant.parse(waiting.get("nextAttemptAt").asText())).isEqualTo(opening);
        assertThat(Instant.parse(waiting.get("reportAt").asText())).isAfter(opening);
        for (String importance : List.of("flash", "flash-scheduled")) {
            Parcel flash = Parcel.granted(source, destination, Map.of("importance", importance))
                    .upload("a.txt", new byte[] {1})
                    .policy(Map.of("policy", code))
                    .complete();
            assertThat(delivery(flash).get("attempts").asInt()).isEqualTo(1);
            flash.accept().fetch().confirm();
        }
        try (Events told = Events.follow(destination)) {
            assertThat(database.update("update delivery set not_before = now() where id = ?", normal.delivery()))
                    .isEqualTo(1);
            told.await("ready", normal.id());
        }
        normal.accept().fetch().confirm();
    }

    @Test
    @DisplayName("told and not taken it is told again, each time later and in the journey; taken there is silence")
    void again() {
        String code =
                published(Map.of("attempts", 3, "firstInterval", "PT10M", "jitterPercent", 0, "reportAfter", "PT1H"));
        try (Events told = Events.follow(destination)) {
            Parcel parcel = Parcel.uploaded(source, destination)
                    .policy(Map.of("policy", code))
                    .complete();
            told.await("ready", parcel.id());
            awaitState(parcel, "NOTIFIED");
            JsonNode first = delivery(parcel);
            assertThat(first.get("attempts").asInt()).isEqualTo(1);
            assertThat(Instant.parse(first.get("nextAttemptAt").asText()))
                    .isCloseTo(
                            Instant.now().plusSeconds(600),
                            new org.assertj.core.data.TemporalUnitWithinOffset(60, ChronoUnit.SECONDS));
            assertThat(database.one("select report_at from delivery where id = ?", parcel.delivery()))
                    .isNotNull();
            fallDue(parcel);
            Awaitility.await("told again").until(() -> told.about(parcel.id()).size() == 2);
            Instant second = Instant.parse(delivery(parcel).get("nextAttemptAt").asText());
            assertThat(second).as("twice as long").isAfter(Instant.now().plusSeconds(1_100));
            assertThat(steps(parcel)).containsOnlyOnce("announced");
            fallDue(parcel);
            Awaitility.await("told a third time")
                    .until(() -> told.about(parcel.id()).size() == 3);
            assertThat(delivery(parcel).has("nextAttemptAt"))
                    .as("used up, and the source decides")
                    .isFalse();
            assertThat(delivery(parcel).get("attempts").asInt()).isEqualTo(3);
            parcel.accept().fetch().confirm();
        }
    }

    @Test
    @DisplayName(
            "what lies unread is not told again but counted; where the platform decides it ends with the last attempt")
    void givenUp() {
        String code = published(Map.of("attempts", 2, "decides", "platform"));
        // Of its own: nobody listens for it, not even a stream of another test that is being closed.
        Receivers deaf = new Receivers(platform, source, 1);
        Parcel parcel = Parcel.granted(
                        source, deaf.get(0), Map.of("recipients", List.of(deaf.entry(0)), "dataType", deaf.dataType()))
                .upload("a.txt", new byte[] {1})
                .policy(Map.of("policy", code))
                .complete();
        assertThat(states.eventsOf(parcel)).isEqualTo(1);
        try (Events told = Events.follow(source)) {
            fallDue(parcel);
            Awaitility.await("a second attempt")
                    .until(() -> delivery(parcel).get("attempts").asInt() == 2);
            assertThat(states.eventsOf(parcel)).as("the first lies unread").isEqualTo(1);
            fallDue(parcel);
            told.await("expired", parcel.id());
        }
        states.assertStates(parcel, "UNDELIVERED", "EXPIRED", database.contentState(parcel.id()));
        deaf.get(0).post(parcel.deliveryPath() + ":accept").refused(409, "delivery-state-conflict");
        assertThat(delivery(parcel).has("nextAttemptAt")).isFalse();
    }

    @Test
    @DisplayName("a source that chooses nothing keeps its deadline, and the platform's own policy shows in the packet")
    void platformsOwn() {
        Parcel parcel = Parcel.uploaded(source, destination)
                .policy(Map.of("deadline", "2099-01-01T00:00:00.000Z"))
                .complete();
        JsonNode policy = source.get(parcel.path()).expect(200).get("policy");
        assertThat(policy.has("policy")).isFalse();
        assertThat(policy.at("/terms/attempts").asInt()).isEqualTo(6);
        assertThat(delivery(parcel).get("deadline").asText()).startsWith("2099-01-01");
        Parcel shorter = Parcel.uploaded(source, destination)
                .policy(Map.of("deadline", "2099-01-01T00:00:00.000Z", "hold", "P2D"))
                .complete();
        assertThat(Instant.parse(delivery(shorter).get("deadline").asText()))
                .as("what it chose itself counts too")
                .isBefore(Instant.now().plus(Duration.ofDays(3)));
        shorter.accept().fetch().confirm();
        parcel.accept().fetch().confirm();
    }

    private void fallDue(Parcel parcel) {
        assertThat(database.update(
                        "update delivery set next_attempt_at = now() where id = ? and next_attempt_at is not null",
                        parcel.delivery()))
                .isEqualTo(1);
    }

    private void awaitState(Parcel parcel, String state) {
        Awaitility.await(state).until(() -> database.one("select state from delivery where id = ?", parcel.delivery())
                .equals(state));
    }

    private List<String> steps(Parcel parcel) {
        return source.get(parcel.path() + "/journey").expect(200).json().findValuesAsText("to");
    }
}
