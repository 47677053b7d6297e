package vn.lgsp.tests.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.client.signing.ContentDigest;

/** A packet of one test, on its way from the source of the demonstration to its destination; each step must succeed. */
public final class Parcel {
    private final Application source;
    private final Application destination;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private UUID id;
    private UUID space;
    private UUID delivery;
    private UUID downloadSpace;

    private Parcel(Application source, Application destination) {
        this.source = source;
        this.destination = destination;
    }

    /** A request that is in order; a title that no other test has. */
    public static Map<String, Object> request(Application destination) {
        Map<String, Object> request = new HashMap<>();
        request.put("recipients", List.of(Map.of("agency", destination.agency())));
        request.put("title", "Gói tin kiểm thử " + UUID.randomUUID());
        request.put("dataType", "file");
        request.put("protocol", "file");
        return request;
    }

    /** Asked for and granted (Điều 8.2). */
    public static Parcel granted(Application source, Application destination) {
        return granted(source, destination, Map.of());
    }

    /** As above, with members of the request in place of the usual ones. */
    public static Parcel granted(Application source, Application destination, Map<String, ?> members) {
        Map<String, Object> request = request(destination);
        request.putAll(members);
        Answer answer = source.post("/api/v1/packets", request).expect(201);
        Parcel parcel = new Parcel(source, destination);
        parcel.id = answer.id("id");
        parcel.space = UUID.fromString(answer.get("space").get("id").asText());
        parcel.delivery =
                UUID.fromString(answer.get("deliveries").get(0).get("id").asText());
        assertThat(answer.header("Location")).endsWith("/api/v1/packets/" + parcel.id);
        return parcel;
    }

    /** Granted and one small file uploaded. */
    public static Parcel uploaded(Application source, Application destination) {
        return granted(source, destination).upload("văn bản.txt", "Kính gửi".getBytes(StandardCharsets.UTF_8));
    }

    /** Completed: it waits for its destination (Điều 8.4). */
    public static Parcel sent(Application source, Application destination) {
        return uploaded(source, destination).complete();
    }

    public Parcel upload(String name, byte[] bytes) {
        source.call("PUT", file(name))
                .body("application/octet-stream", bytes)
                .send()
                .expect(201);
        files.put(name, bytes);
        return this;
    }

    /** Says that a file has come in on another way than by {@link #upload}. */
    public Parcel has(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public Parcel policy(Map<String, ?> policy) {
        source.put("/api/v1/spaces/" + space + "/policy", policy).expect(204);
        return this;
    }

    public Parcel complete() {
        source.post(path() + ":complete", digests()).expect(200);
        return this;
    }

    public Parcel accept() {
        Answer answer = destination.post(deliveryPath() + ":accept").expect(200);
        downloadSpace = UUID.fromString(answer.get("space").get("id").asText());
        return this;
    }

    /** Takes every file and compares it with what was sent. */
    public Parcel fetch() {
        files.forEach((name, bytes) -> assertThat(
                        destination.get(downloadFile(name)).expect(200).body())
                .isEqualTo(bytes));
        return this;
    }

    public Parcel confirm() {
        destination.post(deliveryPath() + ":confirm", digests()).expect(200);
        return this;
    }

    /** The destination will not have it. */
    public Parcel refuse() {
        destination
                .post(deliveryPath() + ":refuse", Map.of("reason", "Không thuộc thẩm quyền"))
                .expect(200);
        return this;
    }

    /** The same packet as one of its several destinations sees it. */
    public Parcel at(Application receiver, UUID itsDelivery) {
        Parcel own = new Parcel(source, receiver);
        own.id = id;
        own.space = space;
        own.delivery = itsDelivery;
        own.files.putAll(files);
        return own;
    }

    /** The confirmation comes in vain. */
    public Parcel refusedConfirmation(int status, String code) {
        destination.post(deliveryPath() + ":confirm", digests()).refused(status, code);
        return this;
    }

    /** The digests of what was uploaded, as completion and confirmation want them. */
    public Map<String, Object> digests() {
        return Map.of(
                "files",
                files.entrySet().stream()
                        .map(file -> Map.of("name", file.getKey(), "digest", ContentDigest.of(file.getValue())))
                        .toList());
    }

    /** The digests of other bytes under the same names. */
    public Map<String, Object> wrongDigests() {
        return Map.of(
                "files",
                files.keySet().stream()
                        .map(name -> Map.of("name", name, "digest", ContentDigest.of(new byte[] {1, 2, 3})))
                        .toList());
    }

    public UUID id() {
        return id;
    }

    public UUID space() {
        return space;
    }

    public UUID delivery() {
        return delivery;
    }

    public UUID downloadSpace() {
        return downloadSpace;
    }

    public String path() {
        return "/api/v1/packets/" + id;
    }

    public String deliveryPath() {
        return "/api/v1/deliveries/" + delivery;
    }

    /** Where the source uploads a file. */
    public String file(String name) {
        return "/api/v1/spaces/" + space + "/files/" + encoded(name);
    }

    /** Where the destination takes a file. */
    public String downloadFile(String name) {
        return "/api/v1/spaces/" + downloadSpace + "/files/" + encoded(name);
    }

    /** The only, or first, file. */
    public String firstFile() {
        return files.keySet().iterator().next();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
