package vn.lgsp.reporting.boundary;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/** Exports as many rows as asked for to nowhere; started in a JVM of its own with little memory. */
final class ManyRows {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private ManyRows() {}

    public static void main(String[] arguments) throws IOException {
        ExportFormat format = ExportFormat.valueOf(arguments[0]);
        Iterator<List<Object>> rows = LongStream.range(0, Long.parseLong(arguments[1]))
                .mapToObj(ManyRows::row)
                .iterator();
        long written = new Exports()
                .write(ExportsFixture.STAFF, format, ExportsFixture.TABLE, rows, OutputStream.nullOutputStream());
        System.out.println("rows " + written);
    }

    private static List<Object> row(long i) {
        return List.of(
                "Công văn số " + i + "/UBND-VP về việc triển khai nhiệm vụ",
                i,
                i * 1024,
                FIRST.plusSeconds(i),
                LocalDate.EPOCH.plusDays(i % 20_000),
                Duration.ofMillis(i));
    }
}
