package vn.lgsp.tests.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;

/** What an application can ask for about a packet that is there, as a request that is in order but for the packet's state. */
enum Act {
    // The source
    SEND_ANEW("requestPacket", Act::sendAnew),
    LOOK("getPacket", one -> one.source().get(one.parcel().path())),
    JOURNEY("getJourney", one -> one.source().get(one.parcel().path() + "/journey")),
    DELIVERIES("listPacketDeliveries", one -> one.source().get(one.parcel().path() + "/deliveries")),
    RECEIPT("getReceipt", one -> one.source()
            .get(one.parcel().path() + "/receipt?delivery=" + one.parcel().delivery())),
    ERASURE("getErasure", one -> one.source().get(one.parcel().path() + "/erasure")),
    UPLOAD("putFile", one -> one.source()
            .call("PUT", one.parcel().file("thêm.txt"))
            .body("text/plain", new byte[] {9})
            .send()),
    POLICY("putPolicy", one -> one.source()
            .put("/api/v1/spaces/" + one.parcel().space() + "/policy", Map.of("deadline", inAnHour()))),
    ROOM("getUploadAbilities", one -> one.source()
            .call("OPTIONS", "/api/v1/spaces/" + one.parcel().space() + "/uploads")
            .undocumented()
            .send()),
    BEGIN("createUpload", one -> Resumable.creation(one.source(), one.parcel(), "b.bin")
            .header("Upload-Length", "10")
            .send()),
    OFFSET("headUpload", one -> one.upload().head()),
    APPEND("patchUpload", one -> one.upload().chunk(0, new byte[5]).send()),
    GIVE_UP("deleteUpload", one -> one.upload().call("DELETE").send()),
    COMPLETE("completePacket", one -> one.source().post(one.parcel().path() + ":complete", digests(one))),
    CANCEL("cancelPacket", one -> one.source().post(one.parcel().path() + ":cancel", Case.REASON)),
    RECALL("recallPacket", one -> one.source().post(one.parcel().path() + ":recall", Case.REASON)),
    ENTRY("getUndeliverable", one -> one.source().get(one.entryPath())),
    DECIDE_WAIT(
            "waitForDestination", one -> one.source().post(one.entryPath() + ":wait", Map.of("until", one.until()))),
    DECIDE_REDIRECT("redirectDelivery", one -> one.source()
            .post(one.entryPath() + ":redirect", one.ground().receivers().entry(2))),
    DECIDE_CANCEL("cancelDelivery", one -> one.source().post(one.entryPath() + ":cancel", Case.REASON)),
    DECIDE_RESEND("resendDelivery", one -> one.source().post(one.entryPath() + ":resend")),

    // The destination
    SEE_PACKET("getPacket", one -> one.destination().get(one.parcel().path())),
    SEE_DELIVERY("getDelivery", one -> one.destination().get(one.parcel().deliveryPath())),
    ACCEPT("acceptDelivery", one -> one.destination().post(one.parcel().deliveryPath() + ":accept")),
    ASK_SIZE("headFile", one -> one.destination().call("HEAD", one.download()).send()),
    TAKE("getFile", one -> one.destination().get(one.download())),
    CONFIRM("confirmDelivery", one -> one.destination().post(one.parcel().deliveryPath() + ":confirm", digests(one))),
    CONFIRM_MANY("confirmDeliveries", Act::confirmMany),
    REFUSE("refuseDelivery", one -> one.destination().post(one.parcel().deliveryPath() + ":refuse", Case.REASON)),
    ASK_AGAIN("requestResend", one -> one.destination()
            .post(one.parcel().deliveryPath() + ":request-resend", Case.REASON));

    private final String operation;
    private final Function<Case, Answer> call;

    Act(String operation, Function<Case, Answer> call) {
        this.operation = operation;
        this.call = call;
    }

    /** The operation of the contract. */
    String operation() {
        return operation;
    }

    /** As the guide heads it: the operation, and where it is not the source's, who asks. */
    String code() {
        return this == SEE_PACKET ? operation + " (destination)" : operation;
    }

    /** Asks, and says what was answered: the status, and the code of a refusal; an answer to HEAD has none. */
    String on(Case one) {
        Answer answer = call.apply(one);
        if (this == CONFIRM_MANY && answer.status() == 200) {
            JsonNode result = answer.get("results").get(0);
            return result.get("status").asInt()
                    + (result.has("problem") ? " " + result.at("/problem/code").asText() : "");
        }
        boolean refused = answer.status() >= 400 && answer.body().length > 0;
        return answer.status() + (refused ? " " + answer.get("code").asText() : "");
    }

    static Stream<Act> all() {
        return Stream.of(values());
    }

    private static Answer sendAnew(Case one) {
        Application destination = one.destination();
        Map<String, Object> request = Parcel.request(destination);
        request.put("recipients", List.of(one.ground().receivers().entry(0)));
        request.put("dataType", one.ground().receivers().dataType());
        request.put("resendOf", one.parcel().id().toString());
        Answer answer = one.source().post("/api/v1/packets", request);
        if (answer.status() == 201) {
            one.ground().grantedBeside(answer.id("id"));
        }
        return answer;
    }

    private static Answer confirmMany(Case one) {
        Map<String, Object> item = new HashMap<>(digests(one));
        item.put("deliveryId", one.parcel().delivery().toString());
        return one.destination().post("/api/v1/deliveries:confirm", Map.of("items", List.of(item)));
    }

    /** Of what was uploaded; where nothing was, of what might have been. */
    private static Map<String, Object> digests(Case one) {
        Parcel parcel = one.parcel();
        Map<String, Object> digests = parcel.digests();
        return ((List<?>) digests.get("files")).isEmpty()
                ? Map.of(
                        "files",
                        List.of(Map.of(
                                "name",
                                Case.FILE,
                                "digest",
                                vn.lgsp.client.signing.ContentDigest.of(Case.FILE.getBytes(StandardCharsets.UTF_8)))))
                : digests;
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
