package vn.lgsp.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that come from outside and must do no harm here. */
class SafeFileNameTest {

    @TempDir
    private Path folder;

    static List<Arguments> harmful() {
        return List.of(
                arguments("../../etc/passwd", "_.._etc_passwd"),
                arguments("..\\..\\boot.ini", "_.._boot.ini"),
                arguments("/etc/passwd", "_etc_passwd"),
                arguments("C:\\x.txt", "C__x.txt"),
                arguments("..", "tep-tin"),
                arguments("...", "tep-tin"),
                arguments("", "tep-tin"),
                arguments(".ssh", "ssh"),
                arguments("a.pdf. . .", "a.pdf"),
                arguments("CON", "_CON"),
                arguments("nul.txt", "_nul.txt"),
                arguments("com1.tar.gz", "_com1.tar.gz"),
                arguments("a<b>:\"|?*.txt", "a_b______.txt"),
                arguments("a\u0000b\r\n\u001b[2J.txt", "a_b___[2J.txt"),
                arguments("hóa đơn\u202Efdp.exe", "hóa đơn_fdp.exe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"van-ban.edxml", "Công văn số 86.pdf", "a.b.c", "Ủy ban (1).docx", "không-đuôi"})
    void keepsHarmlessNames(String name) {
        assertThat(SafeFileName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void disarmsOthers(String name, String safe) throws IOException {
        assertThat(SafeFileName.of(name)).isEqualTo(safe);
        assertThat(SafeFileName.reserve(folder, name).getParent()).isEqualTo(folder);
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String safe = SafeFileName.of("Ủy ban nhân dân ".repeat(40) + ".edxml");

        assertThat(safe).endsWith(".edxml").startsWith("Ủy ban");
        assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
    }

    @Test
    void composesAccents() {
        assertThat(SafeFileName.of("Cho\u0302ng")).isEqualTo("Chông");
    }

    @Test
    void numbersNamesThatAreTaken() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "của người khác");

        assertThat(SafeFileName.reserve(folder, "a.txt").getFileName()).hasToString("a (2).txt");
        assertThat(SafeFileName.reserve(folder, "a.txt").getFileName()).hasToString("a (3).txt");
        assertThat(folder.resolve("a.txt")).hasContent("của người khác");
    }

    @Test
    void doesNotWriteThroughALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("a.txt"), elsewhere.resolve("target.txt"));

        assertThat(SafeFileName.reserve(folder, "a.txt").getFileName()).hasToString("a (2).txt");
        assertThat(elsewhere.resolve("target.txt")).doesNotExist();
    }

    @Test
    void writesVietnameseWithoutAccentsWhereTheMachineKnowsNone() {
        assertThat(SafeFileName.withoutAccents("Đường đi của Ủy ban 漢.pdf")).isEqualTo("Duong di cua Uy ban _.pdf");
    }
}
