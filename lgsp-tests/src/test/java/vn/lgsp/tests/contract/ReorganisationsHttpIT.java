package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PersonalToken;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Reorganisations over HTTP, with personal tokens")
class ReorganisationsHttpIT {
    private static final String ROOT = "/api/v1/reorganisations";
    private static final byte[] PDF = "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8);
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    private static final Map<String, String> REASON = Map.of("reason", "kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private OwnTree tree;
    private String operator;
    private String approver;

    @BeforeEach
    void enter() {
        tree = OwnTree.enter(platform.database());
        operator = PersonalToken.bearer(platform.database(), "vanhanh", false);
        approver = PersonalToken.bearer(platform.database(), "pheduyet", false);
    }

    private Call call(String token, String method, String path) {
        Call call = Application.source(platform).call(method, path).unsigned();
        return token == null ? call : call.header("authorization", token);
    }

    private Map<String, Object> draft(String title) {
        return Map.of(
                "title",
                title,
                "agency",
                tree.office(),
                "document",
                "12/QĐ-UBND",
                "documentDate",
                "2026-11-01",
                "effectiveOn",
                TODAY,
                "steps",
                List.of(Map.of(
                        "act",
                        "merge",
                        "sources",
                        List.of(tree.unit(1), tree.unit(2)),
                        "target",
                        tree.unit(3),
                        "name",
                        "Trung tâm Nhập",
                        "parent",
                        tree.office())));
    }

    private String begun() {
        return ROOT + "/"
                + call(operator, "POST", ROOT)
                        .json(draft("Sắp xếp " + tree.office()))
                        .send()
                        .expect(201)
                        .id("id");
    }

    private Answer act(String token, String path, String act) {
        return call(token, "POST", path + ":" + act).send();
    }

    private Answer act(String token, String path, String act, Map<String, String> body) {
        return call(token, "POST", path + ":" + act).json(body).send();
    }

    @Test
    @DisplayName("drafted, attached, previewed, submitted, accepted, approved, carried out, read, undone")
    void wholeWay() {
        String path = begun();
        assertThat(act(operator, path, "submit")
                        .refused(422, "reorganisation-invalid")
                        .text())
                .contains("\"file\"");
        String document = path + "/documents/"
                + call(operator, "POST", path + "/documents?name=qd.pdf")
                        .body("application/octet-stream", PDF)
                        .send()
                        .expect(201)
                        .id("id")
                        .toString();
        assertThat(call(operator, "GET", document).send().expect(200).body()).isEqualTo(PDF);
        assertThat(call(operator, "GET", path + "/documents").send().expect(200).get("items"))
                .hasSize(1);
        Answer impact = call(operator, "GET", path + "/impact").send().expect(200);
        assertThat(impact.get("possible").asBoolean()).as("%s", impact).isTrue();
        assertThat(impact.get("changes")).hasSize(3);
        assertThat(call(operator, "GET", path + "/things").send().expect(200).get("items"))
                .isEmpty();
        assertThat(printed(path)).contains("Nháp", "Trung tâm Nhập", "qd.pdf", "nếu áp dụng lúc in");
        act(operator, path, "submit").expect(200);
        act(operator, path, "accept").expect(200);
        act(approver, path, "approve").expect(200);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(path)
                .equals("applied"));
        assertThat(call(operator, "GET", path + "/changes").send().expect(200).get("items"))
                .hasSize(3);
        assertThat(printed(path)).contains("Hoàn tất", "Trước và sau khi áp dụng", "Vũ Thị Phê Duyệt (MẪU)");
        assertThat(call(operator, "GET", "/api/v1/agencies/" + tree.unit(1) + "/lineage")
                        .send()
                        .expect(200)
                        .get("items"))
                .hasSize(2);
        Answer page = call(operator, "GET", ROOT + "?state=applied&act=merge&limit=1&q=" + tree.office())
                .send()
                .expect(200);
        assertThat(page.get("items")).hasSize(1);
        act(operator, path, "undo", REASON).refused(403, "forbidden");
        assertThat(act(approver, path, "undo", REASON).expect(200).get("state").asText())
                .isEqualTo("undone");
        assertThat(call(operator, "GET", path + "/events")
                        .send()
                        .expect(200)
                        .json()
                        .findValuesAsText("act"))
                .containsExactly("draft", "submit", "accept", "approve", "apply", "undo");
    }

    /** The text of the request on paper. */
    private String printed(String path) {
        Answer answer = call(operator, "GET", path + "/decision").send().expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("who inherits one thing is named in the draft, shown before and after, and refused where it cannot be")
    void heirs() {
        UUID application = UUID.randomUUID();
        platform.database()
                .update(
                        """
                        insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
                        select ?, ?, 'Ứng dụng thử', id, 'TEST', true, 'ACTIVE', false, now() from agency where code_qd20 = ?
                        """,
                        application,
                        "thu-" + application.toString().substring(0, 13),
                        tree.unit(1));
        String path = begun();
        assertThat(heir(path)).isEqualTo(tree.unit(3));
        Map<String, Object> draft = new HashMap<>(draft("Có nơi kế thừa riêng"));
        draft.put("heirs", List.of(Map.of("subject", "application", "thing", application, "heir", tree.office())));
        Answer changed = change(path, draft).expect(200);
        assertThat(changed.get("heirs").get(0).get("thing").asText()).isEqualTo(application.toString());
        assertThat(heir(path)).isEqualTo(tree.office());
        assertThat(printed(path)).contains("Kế thừa khác mặc định", "Ứng dụng thử");
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("subject", "packet", "thing", application),
                Map.of("subject", "application", "thing", "x"),
                Map.of("subject", "application"),
                Map.of("subject", "key", "thing", application, "heir", tree.office()))) {
            draft.put("heirs", List.of(wrong));
            change(path, draft).refused(422, "request-invalid");
        }
        draft.put("heirs", List.of(Map.of("subject", "application", "thing", application, "heir", tree.unit(2))));
        change(path, draft).expect(200);
        assertThat(call(operator, "GET", path + "/impact").send().expect(200).text())
                .contains("heir-ends");
        assertThat(heir(path)).isEqualTo(tree.unit(2));
    }

    private Answer change(String path, Map<String, Object> draft) {
        String seen = call(operator, "GET", path).send().expect(200).header("ETag");
        return call(operator, "PUT", path).header("if-match", seen).json(draft).send();
    }

    private String heir(String path) {
        return call(operator, "GET", path + "/things")
                .send()
                .expect(200)
                .get("items")
                .get(0)
                .get("heir")
                .asText();
    }

    private String state(String path) {
        return call(operator, "GET", path).send().expect(200).get("state").asText();
    }

    @Test
    @DisplayName("sent back and changed with the version that was seen; refused; withdrawn")
    void otherWays() {
        String path = begun();
        String seen = call(operator, "GET", path).send().expect(200).header("ETag");
        call(operator, "PUT", path).json(draft("Không nói bản")).send().refused(428, "version-missing");
        call(operator, "PUT", path)
                .header("if-match", seen)
                .json(draft("Tên khác"))
                .send()
                .expect(200);
        call(operator, "PUT", path)
                .header("if-match", seen)
                .json(draft("Bản cũ"))
                .send()
                .refused(412, "version-outdated");
        call(operator, "POST", path + "/documents?name=qd.pdf")
                .body("application/octet-stream", PDF)
                .send()
                .expect(201);
        call(operator, "POST", path + "/documents?name=qd.pdf")
                .body("application/octet-stream", new byte[] {1, 2})
                .send()
                .refused(422, "request-invalid");
        call(operator, "POST", path + "/documents?name=qd.pdf")
                .body("application/octet-stream", new byte[10 * 1024 * 1024 + 1])
                .send()
                .refused(413, "request-too-large");
        act(operator, path, "submit").expect(200);
        assertThat(act(operator, path, "return", REASON)
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("returned");
        act(operator, path, "submit").expect(200);
        assertThat(act(approver, path, "refuse", REASON)
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("refused");
        act(operator, path, "cancel", REASON).refused(409, "reorganisation-state");
        assertThat(act(operator, begun(), "cancel", REASON)
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("cancelled");
    }

    @Test
    @DisplayName("no token, a token that only reads, the wrong role, out of reach: nothing happens")
    void refusals() {
        String path = begun();
        call(null, "GET", path).send().refused(401, "token-not-usable");
        String reader = PersonalToken.bearer(platform.database(), "vanhanh", true);
        call(reader, "GET", path).send().expect(200);
        act(reader, path, "submit").refused(403, "token-read-only");
        String auditor = PersonalToken.bearer(platform.database(), "kiemtoan", false);
        call(auditor, "POST", ROOT).json(draft("Kiểm toán lập")).send().refused(403, "forbidden");
        act(operator, path, "approve").refused(403, "forbidden");
        String elsewhere = PersonalToken.bearer(platform.database(), "donvi", false);
        for (String part : List.of("", "/things", "/decision")) {
            call(elsewhere, "GET", path + part).send().refused(404, "not-found");
            call(null, "GET", path + part).send().refused(401, "token-not-usable");
        }
        call(operator, "GET", ROOT + "/" + new UUID(0, 7)).send().refused(404, "not-found");
        call(operator, "GET", ROOT + "?state=bay").send().refused(422, "request-invalid");
        call(operator, "POST", ROOT)
                .json(Map.of("title", "Có trường lạ", "agency", tree.office(), "la", 1))
                .send()
                .refused(422, "request-invalid");
        assertThat(state(path)).isEqualTo("draft");
    }
}
