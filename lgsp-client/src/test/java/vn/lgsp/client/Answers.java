package vn.lgsp.client;

/** Bodies as the platform writes them. */
public final class Answers {

    public static final String PACKET_ID = "0198c0de-0000-7000-8000-000000000001";
    static final String SPACE_ID = "0198c0de-0000-7000-8000-000000000002";
    public static final String DELIVERY_ID = "0198c0de-0000-7000-8000-000000000003";

    private Answers() {}

    /** An open session with nothing that waits. */
    public static String session() {
        return """
                {"id":"0198c0de-0000-7000-8000-000000000004","application":"eoffice","agency":"000.00.12.H23",
                 "openedAt":"2026-01-01T00:00:00.000Z","serverTime":"2026-01-01T00:00:00.000Z","heartbeatSeconds":30,
                 "pending":{"incoming":[],"outgoing":[]}}""";
    }

    /** An open session with one delivery that waits. */
    public static String sessionWithDelivery() {
        String item =
                """
                {"deliveryId":"%s","packetId":"%s","state":"notified","title":"V/v kết nối","importance":"normal",
                 "dataType":"file","protocol":"file","source":{"agency":"000.00.12.H23","name":"Sở"},"size":8,
                 "waitingSince":"2026-01-01T00:00:00.000Z"}"""
                        .formatted(DELIVERY_ID, PACKET_ID);
        return session().replace("\"incoming\":[]", "\"incoming\":[" + item + "]");
    }

    /** An accepted delivery with one file. */
    public static String delivery(String fileName, long size, String digest) {
        return """
                {"id":"%s","packetId":"%s","state":"accepted","title":"V/v kết nối","importance":"normal","dataType":"file",
                 "protocol":"file","source":{"agency":"000.00.12.H23","name":"Sở"},"space":{"id":"%s",
                 "expiresAt":"2026-01-01T01:00:00.000Z","files":[{"name":"%s","mediaType":"text/plain","size":%d,"digest":"%s",
                 "url":"/api/v1/spaces/%s/files/x"}]}}"""
                .formatted(DELIVERY_ID, PACKET_ID, SPACE_ID, fileName, size, digest, SPACE_ID);
    }

    public static String packet(String state) {
        return """
                {"id":"%s","state":"%s","title":"V/v kết nối","importance":"urgent","dataType":"edoc","protocol":"edxml",
                 "source":{"agency":"000.00.12.H23","name":"Sở Thông tin và Truyền thông","application":"eoffice"},
                 "deliveries":[{"id":"%s","state":"waiting","agency":"000.00.31.H23","name":"UBND thành phố Hải Dương"}],
                 "content":"empty","files":[],
                 "space":{"id":"%s","uploadUrl":"/api/v1/spaces/%s/files/","policyUrl":"/api/v1/spaces/%s/policy",
                  "expiresAt":"2026-01-01T01:00:00.000Z","maxBytes":1073741824,"maxFiles":20,
                  "requiredDigests":["sha-256"],"methods":["put"]},
                 "createdAt":"2026-01-01T00:00:00.000Z","updatedAt":"2026-01-01T00:00:00.123Z"}"""
                .formatted(PACKET_ID, state, DELIVERY_ID, SPACE_ID, SPACE_ID, SPACE_ID);
    }

    public static String file(String name, long size, String digest) {
        return "{\"name\":\"%s\",\"mediaType\":\"text/plain\",\"size\":%d,\"digest\":\"%s\"}"
                .formatted(name, size, digest);
    }

    public static String receipt() {
        return """
                {"packetId":"%s","deliveryId":"%s","source":{"agency":"000.00.12.H23","name":"Sở"},
                 "destination":{"agency":"000.00.31.H23","name":"UBND"},"files":[],
                 "confirmedAt":"2026-01-01T00:00:00.000Z","keyDestroyed":true}"""
                .formatted(PACKET_ID, DELIVERY_ID);
    }

    public static String event(String type) {
        return """
                {"specversion":"1.0","id":"e1","source":"/lgsp","type":"%s","subject":"%s","time":"2026-01-01T00:00:00.000Z",\
                "datacontenttype":"application/json","data":{"packetId":"%s","deliveryId":"%s","size":12}}"""
                .formatted(type, PACKET_ID, PACKET_ID, DELIVERY_ID);
    }
}
