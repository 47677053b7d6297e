package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Credentials;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("The examples of the guides, copied from the page and run")
class ExamplesIT {
    private static final String PAGE = "signing-examples.md";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Credentials source = Application.source(platform).credentials();

    /** The languages of the page: the file that a reader copies the example to, and the command that the page names. */
    enum Language {
        CURL("vi-du-curl.sh", "bash", "vi-du-curl.sh"),
        BASH("vi-du.sh", "bash", "vi-du.sh"),
        JAVA(
                "LgspExample.java",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "LgspExample.java"),
        CSHARP("LgspExample.cs", "bash", "-ec", "mcs -r:System.Net.Http.dll LgspExample.cs && mono LgspExample.exe"),
        PHP("lgsp-example.php", "php", "lgsp-example.php"),
        PYTHON("lgsp_example.py", "python3", "lgsp_example.py"),
        JAVASCRIPT("lgsp-example.mjs", "node", "lgsp-example.mjs");

        private final String file;
        private final String[] command;

        Language(String file, String... command) {
            this.file = file;
            this.command = command;
        }

        String example() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    @DisplayName("there is no example on the page that is not run here")
    void complete() {
        assertThat(GuideExample.of(PAGE))
                .extracting(GuideExample::name)
                .containsExactlyInAnyOrderElementsOf(List.of(Language.values()).stream()
                        .map(Language::example)
                        .toList());
    }

    @ParameterizedTest(name = "{0}: asks for a packet and is granted a space")
    @EnumSource
    void granted(Language language) {
        String[] lines = run(language, source.secret()).expectSuccess().out().split("\n");
        UUID packet = UUID.fromString(
                Json.read(afterStatus(lines[lines.length - 1])).path("id").asText());
        assertThat(platform.database().one("select title from packet where id = ? and state = 'GRANTED'", packet))
                .as(language + " printed " + List.of(lines))
                .isEqualTo("V/v thử kết nối");
    }

    @ParameterizedTest(name = "{0}: with another secret it is refused and says so")
    @EnumSource
    void refused(Language language) {
        Traces before = Traces.before(platform);
        assertThat(run(language, source.secret() + "x").out().split("\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(
                                Json.read(afterStatus(line)).path("code").asText())
                        .isEqualTo("signature-invalid"));
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("curl, from the request to the receipt, as the quick start tells")
    void quickStart() throws IOException {
        String script = "set -euo pipefail\n"
                + GuideExample.of(PAGE, "bash").function()
                + GuideExample.of("quick-start.md", "curl").code();
        Path file = GuideExample.write("bat-dau-nhanh.sh", script);
        Files.createSymbolicLink(file.resolveSibling("var"), platform.home());
        String out = ForeignClient.command(file.getParent(), "bash", "bat-dau-nhanh.sh")
                .run()
                .expectSuccess()
                .out();
        assertThat(out).contains("\"keyDestroyed\":true", "9.3");
        assertThat(file.resolveSibling("da-nhan.txt")).hasContent("Nội dung báo cáo\n");
    }

    private ForeignClient.Output run(Language language, String secret) {
        Path file = GuideExample.of(PAGE, language.example()).writeTo(language.file);
        return ForeignClient.command(file.getParent(), language.command)
                .signing(platform.base(), source.accessKey(), secret)
                .run();
    }

    /** The JSON of a line, which may have the status before it. */
    private static String afterStatus(String line) {
        assertThat(line).contains("{");
        return line.substring(line.indexOf('{'));
    }
}
