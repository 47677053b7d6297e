package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("What belongs to another agency does not exist: 404 for every operation of the contract that names an id")
class ForeignIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);

    @TestFactory
    @DisplayName("each operation, called by whoever is not its own")
    Stream<DynamicTest> matrix() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            if (operation.forApplications() && operation.path().contains("{id}")) {
                Thing thing = Thing.of(operation);
                tests.add(DynamicTest.dynamicTest(
                        operation + " by a stranger", () -> refused(operation, thing, bystander)));
                Application other = thing.ownedBySource ? destination : source;
                if (thing != Thing.PACKET || operation.method().equals("POST")) {
                    tests.add(DynamicTest.dynamicTest(
                            operation + " by the other side", () -> refused(operation, thing, other)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests.stream();
    }

    /** What an id names, and whose it is. */
    private enum Thing {
        PACKET(true),
        SESSION(true),
        UPLOAD_SPACE(true),
        DOWNLOAD_SPACE(false),
        DELIVERY(false),
        UNDELIVERABLE(true);

        private final boolean ownedBySource;

        Thing(boolean ownedBySource) {
            this.ownedBySource = ownedBySource;
        }

        static Thing of(Contract.Operation operation) {
            return switch (operation.path().split("/")[3]) {
                case "packets" -> PACKET;
                case "sessions" -> SESSION;
                case "deliveries" -> DELIVERY;
                case "undeliverable" -> UNDELIVERABLE;
                case "spaces" ->
                    operation.method().equals("PUT") || operation.path().contains("/uploads")
                            ? UPLOAD_SPACE
                            : DOWNLOAD_SPACE;
                default -> throw new AssertionError("whose is " + operation + "? Say so here.");
            };
        }
    }

    private void refused(Contract.Operation operation, Thing thing, Application stranger) {
        Parcel parcel = Parcel.uploaded(source, destination);
        UUID id =
                switch (thing) {
                    case PACKET -> parcel.complete().accept().fetch().confirm().id();
                    case SESSION -> source.post("/api/v1/sessions").expect(201).id("id");
                    case UPLOAD_SPACE -> parcel.space();
                    case DOWNLOAD_SPACE -> parcel.complete().accept().downloadSpace();
                    case DELIVERY -> parcel.complete().accept().delivery();
                    case UNDELIVERABLE -> {
                        parcel.complete().refuse();
                        yield parcel.delivery();
                    }
                };
        String path = operation.path().replace("{id}", id.toString()).replace("{name}", "v%C4%83n%20b%E1%BA%A3n.txt");
        if (path.contains("{upload}")) {
            path = path.replace(
                    "{upload}",
                    Resumable.begun(source, parcel, "dở.bin", 9).id().toString());
        }
        List<Object> before = whatThereIs(parcel);
        Call call = stranger.call(operation.method(), path);
        if (operation.method().equals("PUT") && operation.bodySchema().isEmpty()) {
            call.body("text/plain", new byte[3]);
        }
        if (path.contains("/uploads")) {
            call.header("Tus-Resumable", "1.0.0").header("Upload-Length", "1").header("Upload-Offset", "0");
            if (operation.method().equals("PATCH")) {
                call.body(Resumable.CHUNK, new byte[3]);
            }
        }
        operation.bodySchema().ifPresent(schema -> call.json(body(schema, parcel)));
        if (operation.method().equals("HEAD")) {
            assertThat(call.send().status()).isEqualTo(404);
        } else {
            call.send().refused(404, "not-found");
        }
        assertThat(whatThereIs(parcel)).isEqualTo(before);
    }

    private static Map<String, ?> body(String schema, Parcel parcel) {
        return switch (schema) {
            case "FileDigests" -> parcel.digests();
            case "Reason" -> Map.of("reason", "Không phải của tôi");
            case "Wait" -> Map.of("until", States.soon(3600));
            case "Redirection" -> Map.of("agency", "000.00.31.H23");
            case "Policy" -> Map.of("deadline", "2099-01-01T00:00:00.000Z");
            default -> throw new AssertionError("a body for " + schema + "? Say so here.");
        };
    }

    private List<Object> whatThereIs(Parcel parcel) {
        return List.of(
                platform.database().packetState(parcel.id()),
                platform.database().one("select state from delivery where id = ?", parcel.delivery()),
                platform.database().count("select count(*) from packet_file where packet_id = ?", parcel.id()),
                platform.database()
                        .count("select count(*) from packet where id = ? and deadline is null", parcel.id()));
    }
}
