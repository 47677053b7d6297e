package vn.lgsp.client.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The appendix: made-up figures of connections per hour, as CSV in UTF-8 with a byte order mark (as spreadsheets want it). */
final class SampleTable {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 5, 1);
    private static final int DAYS = 25;
    private static final int SEED = 20240612;

    private static final List<String> AGENCIES =
            List.of("000.00.00.H23", "000.00.02.H23", "000.00.03.H23", "000.00.12.H23", "000.00.31.H23");

    private SampleTable() {}

    static byte[] csv() {
        // The sequence of java.util.Random is part of its specification, so the figures are the same everywhere.
        Random figures = new Random(SEED);
        StringBuilder csv =
                new StringBuilder("\uFEFFNgày,Giờ,Mã cơ quan,Gói gửi,Gói nhận,Byte gửi,Byte nhận,Trung bình (ms)\r\n");
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 0; hour < 24; hour++) {
                for (String agency : AGENCIES) {
                    row(csv, FIRST_DAY.plusDays(day), hour, agency, figures);
                }
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder csv, LocalDate day, int hour, String agency, Random figures) {
        int busy = hour >= 7 && hour <= 17 ? 240 : 12;
        int sent = figures.nextInt(busy);
        int received = figures.nextInt(busy);
        csv.append(String.format(
                Locale.ROOT,
                "%s,%02d:00,%s,%d,%d,%d,%d,%d\r\n",
                day,
                hour,
                agency,
                sent,
                received,
                sent * (40_000L + figures.nextInt(400_000)),
                received * (40_000L + figures.nextInt(400_000)),
                25 + figures.nextInt(180)));
    }
}
