package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program curl, as it comes with the operating system. */
public final class Curl {
    private Curl() {}

    /** Runs it with these arguments and returns what the server answered. */
    public static Answer run(String... arguments) {
        return run(List.of(arguments));
    }

    /** Runs it with these arguments and returns what the server answered. */
    public static Answer run(List<String> arguments) {
        try {
            Path folder = Files.createTempDirectory("curl");
            List<String> command =
                    new ArrayList<>(List.of("curl", "-q", "-sS", "--max-time", "60", "-D", "headers", "-o", "body"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("curl said %s", said).isZero();
            Path body = folder.resolve("body");
            return answer(
                    Files.readString(folder.resolve("headers"), ISO_8859_1),
                    Files.exists(body) ? Files.readAllBytes(body) : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The last of the answers: "100 Continue" comes before it. */
    private static Answer answer(String heads, byte[] body) {
        String[] all = heads.strip().split("\r\n\r\n");
        String[] lines = all[all.length - 1].split("\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon), name -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
