package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Uploads in several requests by npm tus-js-client, unmodified (Điều 8.3)")
class TusClientIT {
    private static final String NAME = "Bản vẽ quy hoạch.zip";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final byte[] content = new byte[3_333_333];
    private Parcel parcel;

    @BeforeEach
    void prepare() {
        new Random(content.length).nextBytes(content);
        parcel = Parcel.granted(source, destination);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "withData", "parallel", "deferred", "streamed"})
    @DisplayName("arrives bit by bit as it was")
    void arrives(String act) {
        run(act, Map.of("filename", NAME, "filetype", "application/zip"));
        parcel.has(NAME, content).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName(
            "given up in the middle and taken up again: nothing that was acknowledged is sent twice, and the whole arrives")
    void resumes() {
        List<String> requests = run("resumed", Map.of("filename", NAME));
        List<String> again = requests.subList(requests.indexOf("again") + 1, requests.size());
        assertThat(again.get(0)).isEqualTo("HEAD");
        assertThat(again)
                .filteredOn(one -> one.startsWith("PATCH"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Long.parseLong(one.substring("PATCH ".length())))
                        .isGreaterThanOrEqualTo(1_000_000));
        assertThat(again).noneMatch(one -> one.startsWith("POST"));
        parcel.has(NAME, content).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName("without a name it becomes a file all the same")
    void nameless() {
        run("whole", Map.of());
        JsonNode files = source.get(parcel.path()).expect(200).get("files");
        assertThat(files).hasSize(1);
        parcel.has(files.get(0).get("name").asText(), content)
                .complete()
                .accept()
                .fetch();
    }

    @Test
    @DisplayName("a token that was never issued uploads nothing")
    void stranger() {
        assertThat(client("whole", Map.of("filename", NAME), "lgsp_se_khong-co")
                        .run()
                        .status())
                .isNotZero();
        assertThat(source.get(parcel.path()).expect(200).get("files")).isEmpty();
    }

    private List<String> run(String act, Map<String, String> metadata) {
        String token = source.post("/api/v1/sessions").expect(201).get("token").asText();
        String printed = client(act, metadata, token).run().expectSuccess().out();
        List<String> requests = new ArrayList<>();
        Json.read(printed).get("requests").forEach(one -> requests.add(one.asText()));
        return requests;
    }

    private ForeignClient client(String act, Map<String, String> metadata, String token) {
        try {
            Path file = Files.write(Repository.newDirectory("tus").resolve("content"), content);
            return ForeignClient.node("tus.mjs")
                    .input(Map.of(
                            "act",
                            act,
                            "endpoint",
                            platform.base() + "/api/v1/spaces/" + parcel.space() + "/uploads",
                            "token",
                            token,
                            "metadata",
                            metadata,
                            "file",
                            file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
