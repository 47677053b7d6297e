package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Lists of agencies as files over the interface")
class AgencyFilesIT {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final String IMPORTS = "/api/v1/agency-imports";
    private static final String EXPORT = "/api/v1/agencies/export";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int TOO_MUCH = 64 * 1024 * 1024 + 1;

    private static PlatformProcess platform;
    private static Person operator;

    @BeforeAll
    static void meet() {
        platform = SharedPlatform.get();
        operator = Person.named(platform, "vanhanh");
    }

    private static String begun() {
        return IMPORTS + "/"
                + operator.post(IMPORTS, Map.of("name", "thử tệp")).expect(201).id("id");
    }

    private static Answer checked(String path) {
        operator.post(path + ":check", Map.of()).expect(200);
        Awaitility.await("checked")
                .atMost(PATIENT)
                .until(() -> operator.get(path).get("state").asText().equals("checked"));
        return operator.get(path);
    }

    private static List<String> lines(Answer csv) {
        return csv.expect(200).text().lines().skip(1).toList();
    }

    @ParameterizedTest
    @CsvSource({"csv, " + CSV, "xlsx, " + XLSX})
    @DisplayName("what was exported is read again and changes nothing")
    void roundTrip(String format, String mediaType) {
        // Only what nobody else changes at the same time.
        String agency = "H23.12";
        String contact = "/api/v1/agencies/" + agency;
        String tag = operator.get(contact + "/details").header("ETag");
        operator.send(
                        "PUT",
                        contact + "/contact",
                        Map.of(
                                "telephone",
                                "+84 220 385 4000",
                                "address",
                                "=1+1; \"số\" 1, phường",
                                "contact",
                                "'-Bà Hà"),
                        tag)
                .expect(200);
        Answer file = operator.get(EXPORT + "?within=H23.12&format=" + format).expect(200);
        assertThat(file.header("Content-Type")).startsWith(mediaType);
        assertThat(file.header("Content-Disposition")).contains("attachment", "agencies." + format);
        String path = begun();
        int total = operator.put(path + "/file", mediaType, file.body())
                .expect(200)
                .get("total")
                .asInt();
        assertThat(total).isGreaterThan(1);
        Answer done = checked(path);
        assertThat(operator.get(path + "/problems").get("items")).isEmpty();
        assertThat(done.get("unchanged").asInt()).isEqualTo(total);
        assertThat(done.get("added").asInt()
                        + done.get("changed").asInt()
                        + done.get("different").asInt()
                        + done.get("faulty").asInt())
                .isZero();
    }

    @Test
    @DisplayName("filters are those of the list; what cannot be entered is not exported")
    void filters() {
        List<String> within = lines(operator.get(EXPORT + "?within=H23.12"));
        assertThat(within).isNotEmpty().allMatch(line -> line.contains("H23.12"));
        List<String> departments = lines(operator.get(EXPORT + "?level=2&within=H23&q=so%20noi%20vu"));
        assertThat(departments).singleElement().asString().contains("Sở Nội vụ");
        assertThat(lines(operator.get(EXPORT + "?q=kh%C3%B4ng%20ai%20c%E1%BA%A3")))
                .isEmpty();
        assertThat(lines(operator.get(EXPORT + "?state=active&within=H23.12"))).hasSameSizeAs(within);
        operator.get(EXPORT + "?state=closed").refused(422, "request-invalid");
        operator.get(EXPORT + "?state=unheard").refused(422, "request-invalid");
        operator.get(EXPORT + "?format=pdf").refused(422, "request-invalid");
        operator.get(EXPORT + "?level=10").refused(422, "request-invalid");
        operator.get(EXPORT + "?within=Y99.404").refused(422, "request-invalid");
        Person.nobody(platform).get(EXPORT).expect(401);
        Person.named(platform, "kiemtoan").get(EXPORT + "?q=H23.12").expect(200);
    }

    @Test
    @DisplayName("cells that look like formulas are guarded, in the file alone")
    void guarded() {
        String contact = "/api/v1/agencies/H23.13";
        operator.send(
                        "PUT",
                        contact + "/contact",
                        Map.of("contact", "=cmd|' /C calc'!A0", "telephone", "@1"),
                        operator.get(contact + "/details").header("ETag"))
                .expect(200);
        assertThat(operator.get(contact + "/details").get("contact").asText()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(operator.get(EXPORT + "?q=H23.13&level=2").text())
                .contains(",'=cmd|' /C calc'!A0", ",'@1,")
                .doesNotContain(",=", ",@");
    }

    @Test
    @DisplayName("a file takes the place of what the list held; one that is refused leaves nothing")
    void replaced() {
        String path = begun();
        operator.put(path + "/file", CSV, "code,name\nH23.02,a\nH23.03,b\n".getBytes(UTF_8))
                .expect(200);
        assertThat(operator.put(path + "/file", CSV, "name;code\nc;H23.04\n".getBytes(UTF_8))
                        .expect(200)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        String broken = "code,name\n"
                + Arrays.stream(new int[1500]).mapToObj(i -> "H23.02,a\n").collect(Collectors.joining())
                + "H23.02,a,thừa\n";
        operator.put(path + "/file", CSV, broken.getBytes(UTF_8)).refused(422, "file-unreadable");
        assertThat(operator.get(path).get("total").asInt()).isZero();
        operator.put(path + "/file", CSV, "code,name\nH23.02,a\n".getBytes(UTF_8))
                .expect(200);
        checked(path);
        operator.put(path + "/file", CSV, "code,name\nH23.03,b\n".getBytes(UTF_8))
                .refused(409, "import-state-conflict");
        assertThat(operator.get(path).get("total").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("what is no list, too large or nobody's is refused with its reason")
    void refused() {
        String path = begun();
        operator.put(path + "/file", XLSX, "code,name\nH23.02,a\n".getBytes(UTF_8))
                .refused(422, "file-unreadable");
        operator.put(path + "/file", XLSX, new byte[0]).refused(422, "file-unreadable");
        operator.put(path + "/file", CSV, "name\na\n".getBytes(UTF_8)).refused(422, "file-unreadable");
        operator.put(path + "/file", "application/json", "{}".getBytes(UTF_8)).refused(415, "media-type-unsupported");
        operator.put(path + "/file", CSV, new byte[TOO_MUCH]).refused(413, "request-too-large");
        operator.put(IMPORTS + "/" + UUID.randomUUID() + "/file", CSV, new byte[] {'x'})
                .expect(404);
        assertThat(operator.get(path).get("total").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantri", "donvi", "pheduyet", "kiemtoan"})
    @DisplayName("only who looks after the whole directory sends a file")
    void rights(String username) {
        String path = begun();
        Person.named(platform, username)
                .put(path + "/file", CSV, "code,name\nH23.02,a\n".getBytes(UTF_8))
                .refused(403, "forbidden");
        Person.named(platform, "vanhanh", true)
                .put(path + "/file", CSV, "code,name\nH23.02,a\n".getBytes(UTF_8))
                .expect(403);
        assertThat(operator.get(path).get("total").asInt()).isZero();
    }
}
