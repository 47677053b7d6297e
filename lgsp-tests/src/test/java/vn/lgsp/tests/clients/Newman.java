package vn.lgsp.tests.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.platform.Repository;

/** The Postman collection that integrators are given, run by newman, which is Postman without its windows. */
final class Newman {
    private static final Path COLLECTION = Repository.root().resolve("docs/guides/lgsp.postman_collection.json");

    /**
     * What became of one folder.
     *
     * @param status exit status of newman: 0 when every test of the collection held
     * @param answers one line per request: status, and the error code if there is one
     */
    record Report(int status, List<String> answers) {}

    private Newman() {}

    /** Runs a folder of the collection with a key of an application. */
    static Report run(String folder, Application application, String secret, String recipient) {
        Path work = Repository.newDirectory("newman");
        Path environment = work.resolve("environment.json");
        Path report = work.resolve("report.json");
        try {
            Files.writeString(
                    environment,
                    Json.write(Map.of(
                            "name",
                            "test",
                            "values",
                            List.of(
                                    variable("endpoint", application.base().toString()),
                                    variable(
                                            "accessKey",
                                            application.credentials().accessKey()),
                                    variable("secret", secret),
                                    variable("recipient", recipient)))));
            ForeignClient.Output output = ForeignClient.command(
                            work,
                            ForeignClient.scripts()
                                    .resolve("node_modules/.bin/newman")
                                    .toString(),
                            "run",
                            COLLECTION.toString(),
                            "--folder",
                            folder,
                            "--environment",
                            environment.toString(),
                            "--reporters",
                            "json",
                            "--reporter-json-export",
                            report.toString())
                    .run();
            List<String> answers = new ArrayList<>();
            for (JsonNode execution :
                    Json.read(Files.readString(report)).path("run").path("executions")) {
                answers.add(answer(execution.path("response")));
            }
            return new Report(output.status(), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> variable(String name, String value) {
        return Map.of("key", name, "value", value, "enabled", true);
    }

    private static String answer(JsonNode response) {
        JsonNode data = response.path("stream").path("data");
        byte[] bytes = new byte[data.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) data.get(i).asInt();
        }
        String code = Json.read(new String(bytes, StandardCharsets.UTF_8))
                .path("code")
                .asText();
        return (response.path("code").asInt() + " " + code).strip();
    }
}
