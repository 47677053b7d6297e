package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Conversions;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Transformations are drafted, tried, published by somebody else and taken (Điều 8.4, 15.3)")
class TransformationsIT {
    private static final String SHEET =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:template match="/a"><b><xsl:value-of select="1 div number(.)"/></b></xsl:template>
            </xsl:stylesheet>""";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Conversions conversions = new Conversions(platform);

    private static Map<String, Object> request(String stylesheet) {
        return Conversions.request(Types.code(), "file", "file", stylesheet);
    }

    @Test
    @DisplayName("a draft has to have samples, all of them have to pass, and its author does not publish it")
    void life() {
        String code = conversions.drafted(request(SHEET));
        assertThat(source.get("/api/v1/transformations?q=" + code).expect(200).get("items"))
                .isEmpty();
        source.get("/api/v1/transformations/" + code).refused(404, "not-found");
        conversions.publish(code, 1).refused(409, "transformation-untried");

        Answer trial = conversions
                .attempt(code, 1, "mau.xml", "application/xml", "<a>4</a>")
                .expect(200);
        assertThat(trial.get("passed").asBoolean()).isTrue();
        assertThat(trial.get("name").asText()).isEqualTo("mau.xml");
        assertThat(new String(Base64.getDecoder().decode(trial.get("result").asText()), UTF_8))
                .contains("<b>0.25</b>");
        Answer wrong = conversions
                .attempt(code, 1, "mau.xml", "application/xml", "<a>\n<b></a>")
                .expect(200);
        assertThat(wrong.get("passed").asBoolean()).isFalse();
        assertThat(wrong.get("problems").get(0).get("line").asInt()).isEqualTo(2);

        conversions.sample(code, 1, "mau.xml", "application/xml", "<a>4</a>").expect(200);
        conversions.sample(code, 1, "hong.xml", "application/xml", "<a>").expect(200);
        conversions
                .operator()
                .send("POST", Conversions.version(code, 1) + ":publish", null, null)
                .refused(403, "own-request");
        conversions.publish(code, 1).refused(422, "transformation-unusable");
        String tag = conversions
                .operator()
                .get(Conversions.version(code, 1))
                .expect(200)
                .header("ETag");
        conversions
                .operator()
                .send("DELETE", Conversions.version(code, 1) + "/samples/hong.xml", null, "\"0\"")
                .refused(412, "version-outdated");
        conversions
                .operator()
                .send("DELETE", Conversions.version(code, 1) + "/samples/hong.xml", null, tag)
                .expect(200);
        conversions.publish(code, 1).expect(200);

        assertThat(source.get("/api/v1/transformations/" + code)
                        .expect(200)
                        .get("currentVersion")
                        .asInt())
                .isEqualTo(1);
        conversions
                .operator()
                .send("PUT", Conversions.version(code, 1), Map.of("kind", "xslt", "program", SHEET), tag)
                .expect(412);
        assertThat(conversions
                        .operator()
                        .get("/api/v1/transformations/" + code + "/events")
                        .expect(200)
                        .get("items")
                        .findValuesAsText("act"))
                .startsWith("published")
                .endsWith("drafted");
        next(code);
    }

    private void next(String code) {
        Person operator = conversions.operator();
        operator.send("POST", "/api/v1/transformations/" + code + "/versions", null, null)
                .expect(201);
        operator.send("POST", "/api/v1/transformations/" + code + "/versions", null, null)
                .refused(409, "transformation-state");
        assertThat(operator.get(Conversions.version(code, 2) + "/samples/mau.xml")
                        .expect(200)
                        .text())
                .isEqualTo("<a>4</a>");
        conversions.publish(code, 2).expect(200);
        assertThat(operator.get(Conversions.version(code, 1))
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("replaced");
        Map<String, String> reason = Map.of("reason", "Không dùng nữa");
        operator.send("POST", Conversions.version(code, 2) + ":retire", reason, null)
                .expect(200);
        operator.send("POST", Conversions.version(code, 2) + ":retire", reason, null)
                .refused(409, "transformation-state");
        conversions.take(destination, "file", code).refused(422, "request-invalid");
    }

    @Test
    @DisplayName("what cannot be right is refused field by field, and programs that reach outside with their line")
    void refused() {
        Map<String, Object> request = new HashMap<>(request(SHEET));
        request.putAll(Map.of("toType", "khong-co", "mediaIn", List.of("xml"), "mediaOut", "x/*"));
        JsonNode errors = conversions
                .operator()
                .post("/api/v1/transformations", request)
                .refused(422, "request-invalid")
                .get("errors");
        assertThat(errors.findValuesAsText("field")).contains("toType", "mediaIn", "mediaOut");
        Map<String, Object> none = new HashMap<>(request(SHEET));
        none.remove("program");
        conversions.operator().post("/api/v1/transformations", none).refused(422, "request-invalid");
        none.putAll(Map.of("kind", "json-to-xml", "program", "x"));
        conversions.operator().post("/api/v1/transformations", none).refused(422, "request-invalid");
        Person.named(platform, "donvi")
                .post("/api/v1/transformations", request(SHEET))
                .refused(403, "forbidden");

        String outside = conversions.drafted(
                request(SHEET.replace("<xsl:template", "<xsl:include href=\"file:///etc/x.xsl\"/>\n<xsl:template")));
        JsonNode problem = conversions
                .attempt(outside, 1, "mau.xml", "application/xml", "<a/>")
                .expect(200)
                .get("problems")
                .get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("detail").asText()).isEqualTo("xsl:include");
        String endless = conversions.drafted(
                request(
                        SHEET.replace("<xsl:value-of select=\"1 div number(.)\"/>", "<xsl:call-template name=\"r\"/>")
                                .replace(
                                        "</xsl:stylesheet>",
                                        "<xsl:template name=\"r\"><xsl:for-each select=\"1 to 2000000000\"><xsl:if test=\". = -1\"><x/></xsl:if></xsl:for-each></xsl:template></xsl:stylesheet>")));
        platform.database().setting("lgsp.transformation.seconds", "1");
        try {
            assertThat(conversions
                            .attempt(endless, 1, "mau.xml", "application/xml", "<a/>")
                            .expect(200)
                            .get("problems")
                            .get(0)
                            .get("reason")
                            .asText())
                    .isIn("chạy quá lâu nên bị dừng", "cần quá nhiều bộ nhớ nên bị dừng");
        } finally {
            platform.database().setting("lgsp.transformation.seconds", "10");
        }
    }

    @Test
    @DisplayName(
            "an application takes one form for each type, by the word of its own people; what is taken cannot be retired")
    void taken() {
        String code = conversions.published("file", "file", SHEET, "<a>1</a>");
        String forms = conversions.forms(new Receivers(platform, source, 1).get(0));
        Person operator = conversions.operator();
        Map<String, String> wish = Map.of("transformation", code);
        assertThat(operator.get(forms).expect(200).get("items")).isEmpty();
        operator.send("PUT", forms + "/khong-co", wish, null).refused(422, "request-invalid");
        Person.named(platform, "kiemtoan")
                .send("PUT", forms + "/file", wish, null)
                .refused(403, "forbidden");
        JsonNode taken =
                operator.send("PUT", forms + "/file", wish, null).expect(200).get("items");
        assertThat(taken.findValuesAsText("transformation")).containsExactly(code);
        assertThat(operator.get("/api/v1/transformations/" + code + "/takers")
                        .expect(200)
                        .get("items")
                        .findValuesAsText("setBy"))
                .containsExactly("vanhanh");
        Map<String, String> reason = Map.of("reason", "Không dùng nữa");
        operator.send("POST", Conversions.version(code, 1) + ":retire", reason, null)
                .refused(409, "transformation-in-use");
        operator.send("DELETE", forms + "/file", null, null).expect(200);
        operator.send("DELETE", forms + "/file", null, null).refused(404, "not-found");
        operator.send("POST", Conversions.version(code, 1) + ":retire", reason, null)
                .expect(200);
    }
}
