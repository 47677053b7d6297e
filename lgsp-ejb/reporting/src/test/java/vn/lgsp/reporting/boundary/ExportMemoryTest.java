package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heap given is a small part of what the rows would take: about 400 bytes each in memory, 400 MB for a million. */
class ExportMemoryTest {
    @ParameterizedTest
    @CsvSource({"XLSX, 1000000, 1000000", "CSV, 1000000, 1000000", "PDF, 1000000, 20000"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void doesNotGrowWithTheNumberOfRows(String format, long rows, long written) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyRows.class.getName(),
                        format,
                        Long.toString(rows))
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).doesNotContain("OutOfMemoryError").contains("rows " + written);
    }
}
