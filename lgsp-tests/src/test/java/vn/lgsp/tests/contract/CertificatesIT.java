package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.ClientKey;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Certificates of applications over real TLS (Điều 4.4, 10)")
class CertificatesIT {
    private static final String PROXIES = "lgsp.certificate.proxies";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Person operator = Person.named(platform, "vanhanh");
    private final Application plain = Application.bystander(platform);
    private final UUID application = idOf(plain);
    private final X509Certificate authority =
            ClientKey.certificate(fetch("/api/v1/certificate-authority/ca.crt").body());
    private final ClientKey key = new ClientKey();

    @AfterEach
    void leaveItAsItWas() {
        operator.send("PUT", at(application, "policy"), Map.of("required", false, "reason", "Hết thử"), null)
                .expect(200);
        for (var certificate : operator.get(at(application, "")).expect(200).get("items")) {
            if (certificate.get("state").asText().equals("in-force")) {
                revoke(certificate.get("id").asText());
            }
        }
    }

    @Test
    @DisplayName("where one is required, only a connection with the application's certificate is let in")
    void required() {
        Answer issued = issue(key);
        require();

        Application secure = over(showing(issued));
        secure.get("/api/v1/inbox").expect(200);
        over(ClientKey.showingNothing(authority)).get("/api/v1/inbox").refused(403, "certificate-required");
        plain.get("/api/v1/inbox").refused(403, "certificate-required");
        plain.post("/api/v1/sessions").refused(403, "certificate-required");
    }

    @Test
    @DisplayName("where none is required, both ways are open")
    void optional() {
        Application secure = over(showing(issue(key)));

        secure.get("/api/v1/inbox").expect(200);
        plain.get("/api/v1/inbox").expect(200);
        over(ClientKey.showingNothing(authority)).get("/api/v1/inbox").expect(200);
    }

    @Test
    @DisplayName("a certificate names what the platform knows, whatever the request says")
    void subject() {
        Answer issued = issue(key);

        assertThat(issued.get("subject").asText())
                .contains("O=" + plain.agency())
                .doesNotContain("quantri", "xưng");
        assertThat(issued.get("issuedBy").asText()).isEqualTo("platform");
        assertThat(issued.get("state").asText()).isEqualTo("in-force");
        assertThat(operator.get(at(application, issued.id("id").toString()))
                        .expect(200)
                        .json())
                .isEqualTo(issued.json());
    }

    @Test
    @DisplayName("another application's certificate is refused, even where none is required")
    void ofAnother() {
        Application other = Application.source(platform);
        Answer issued = operator.post(at(idOf(other), ""), Map.of("request", key.request()))
                .expect(201);
        HttpClient client = showing(issued);

        over(client).get("/api/v1/inbox").refused(403, "certificate-of-other");
        other.over(platform.tlsBase(), client).get("/api/v1/inbox").expect(200);
        operator.post(at(idOf(other), issued.id("id") + ":revoke"), Map.of("reason", "superseded"))
                .expect(200);
    }

    @Test
    @DisplayName("a revoked one is refused with the next request, and stands in the list that others read")
    void revoked() throws Exception {
        Answer issued = issue(key);
        Application secure = over(showing(issued));
        secure.get("/api/v1/inbox").expect(200);
        X509Certificate certificate =
                ClientKey.certificate(issued.get("certificate").asText());
        long before = listNumber();
        assertThat(list().isRevoked(certificate)).isFalse();

        revoke(issued.id("id").toString());

        secure.get("/api/v1/inbox").refused(403, "certificate-not-usable");
        X509CRL list = list();
        list.verify(authority.getPublicKey());
        assertThat(list.isRevoked(certificate)).isTrue();
        assertThat(list.getRevokedCertificate(certificate).getRevocationReason())
                .isEqualTo(java.security.cert.CRLReason.KEY_COMPROMISE);
        assertThat(listNumber()).isGreaterThan(before);
        assertThat(text("/api/v1/certificate-authority/crl.pem")).startsWith("-----BEGIN X509 CRL-----");
        assertThat(ClientKey.certificate(text("/api/v1/certificate-authority/ca.pem")))
                .isEqualTo(authority);
    }

    @Test
    @DisplayName("a session's token needs the certificate as a signature does")
    void sessionToken() {
        Application secure = over(showing(issue(key)));
        require();
        String token = secure.post("/api/v1/sessions").expect(201).get("token").asText();

        showing(token, secure).send().expect(200);
        showing(token, over(ClientKey.showingNothing(authority))).send().refused(403, "certificate-required");
    }

    @Test
    @DisplayName("a live stream ends when its certificate is revoked")
    void stream() throws Exception {
        Answer issued = issue(key);
        HttpResponse<InputStream> stream =
                over(showing(issued)).call("GET", "/api/v1/events").open();
        assertThat(stream.statusCode()).isEqualTo(200);

        revoke(issued.id("id").toString());

        await("end of the stream").until(() -> Events.ended(stream.body()));
    }

    @Test
    @DisplayName("the header Client-Cert of a stranger is nothing, of a named proxy it is the certificate")
    void proxy() {
        Answer issued = issue(key);
        require();
        String header = header(issued);

        told(header).refused(403, "certificate-required");
        name("127.0.0.1");
        try {
            await("setting").until(() -> told(header).status() == 200);
            told("certificate").refused(403, "certificate-not-usable");
            told(header + ", " + header).refused(403, "certificate-not-usable");
            plain.get("/api/v1/inbox").refused(403, "certificate-required");
            // A connection of the proxy itself says nothing about who is behind it.
            over(showing(issued)).get("/api/v1/inbox").refused(403, "certificate-required");
        } finally {
            name(null);
        }
        await("setting").until(() -> told(header).status() == 403);
    }

    @Test
    @DisplayName("a certificate of an authority that nobody named does not get through the handshake")
    void untrusted() {
        HttpClient client = key.showing(key.selfSigned(), authority);
        assertThatThrownBy(() -> over(client).get("/api/v1/inbox"))
                .isInstanceOf(UncheckedIOException.class)
                .rootCause()
                .isInstanceOfAny(SSLException.class, IOException.class);
    }

    @Test
    @DisplayName("a certificate of another authority is bound once, to one application")
    void bound() {
        X509Certificate foreign = key.selfSigned();
        Answer bound = operator.post(at(application, ""), Map.of("certificate", ClientKey.pem(foreign)))
                .expect(201);

        assertThat(bound.get("issuedBy").asText()).isEqualTo("other");
        UUID other = idOf(Application.source(platform));
        for (UUID taker : new UUID[] {application, other}) {
            operator.post(at(taker, ""), Map.of("certificate", ClientKey.pem(foreign)))
                    .refused(409, "certificate-taken");
        }
        operator.post(at(application, bound.id("id") + ":renew"), Map.of("request", key.request()))
                .refused(409, "certificate-state");
        assertThat(bound.get("certificate").asText()).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    @DisplayName("old and renewed certificate work side by side until the old one is revoked")
    void renewed() {
        Answer old = issue(key);
        ClientKey newKey = new ClientKey();
        Answer renewed = operator.post(at(application, old.id("id") + ":renew"), Map.of("request", newKey.request()))
                .expect(201);
        require();

        assertThat(renewed.id("replaces")).isEqualTo(old.id("id"));
        Application before = over(showing(old));
        Application after = over(
                newKey.showing(ClientKey.certificate(renewed.get("certificate").asText()), authority));
        before.get("/api/v1/inbox").expect(200);
        after.get("/api/v1/inbox").expect(200);

        revoke(old.id("id").toString());

        before.get("/api/v1/inbox").refused(403, "certificate-not-usable");
        after.get("/api/v1/inbox").expect(200);
        operator.post(at(application, old.id("id") + ":renew"), Map.of("request", newKey.request()))
                .refused(409, "certificate-state");
    }

    @Test
    @DisplayName("what is no request, and a request beside a certificate, are refused with the reason")
    void malformed() {
        operator.post(at(application, ""), Map.of("request", "-----BEGIN CERTIFICATE REQUEST-----"))
                .refused(422, "request-invalid");
        operator.post(at(application, ""), Map.of()).refused(422, "request-invalid");
        operator.post(
                        at(application, ""),
                        Map.of("request", key.request(), "certificate", ClientKey.pem(key.selfSigned())))
                .refused(422, "request-invalid");
        Answer privateKey = operator.post(
                        at(application, ""),
                        Map.of("request", key.request() + "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"))
                .refused(422, "request-invalid");
        assertThat(privateKey.text()).contains("\"request\"", "khóa riêng");
        operator.post(at(application, UUID.randomUUID() + ":revoke"), Map.of("reason", "superseded"))
                .refused(404, "not-found");
    }

    @Test
    @DisplayName("a key that anybody can take apart gets no certificate, and one with it is not bound")
    void breakable() {
        ClientKey weak = ClientKey.breakable();
        assertThat(operator.post(at(application, ""), Map.of("request", weak.request()))
                        .refused(422, "request-invalid")
                        .text())
                .contains("\"request\"", "khóa yếu");
        operator.post(at(application, ""), Map.of("certificate", ClientKey.pem(weak.selfSigned())))
                .refused(422, "request-invalid");
    }

    @Test
    @DisplayName("a certificate cannot be required of an application that has none")
    void lockOut() {
        operator.send("PUT", at(application, "policy"), Map.of("required", true, "reason", "Thử"), null)
                .refused(409, "certificate-state");
        assertThat(operator.get(at(application, "policy"))
                        .expect(200)
                        .get("required")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("to somebody of another agency the application's certificates do not exist")
    void elsewhere() {
        Answer issued = issue(key);
        Person elsewhere = Person.named(platform, "donvi");

        elsewhere.get(at(application, "")).refused(404, "not-found");
        elsewhere
                .post(at(application, issued.id("id") + ":revoke"), Map.of("reason", "key-compromise"))
                .refused(404, "not-found");
        elsewhere.post(at(application, ""), Map.of("request", key.request())).refused(404, "not-found");
        operator.get(at(idOf(Application.source(platform)), issued.id("id").toString()))
                .refused(404, "not-found");
    }

    @Test
    @DisplayName("refusals stand in the authentication log with their reason")
    void logged() {
        issue(key);
        require();
        plain.get("/api/v1/inbox").refused(403, "certificate-required");

        await("log")
                .until(() -> platform.database()
                                .count(
                                        "select count(*) from authentication_event where reason = 'certificate-required' and application_id = ?",
                                        application)
                        > 0);
    }

    @Test
    @DisplayName("in the database a revocation is for ever, and the authority's key is not readable")
    void forEver() throws Exception {
        Answer issued = issue(key);
        revoke(issued.id("id").toString());

        assertThatThrownBy(() -> platform.database()
                        .update(
                                "update client_certificate set revoked_at = null, revoked_by = null, revoke_reason = null where id = ?",
                                issued.id("id")))
                .rootCause()
                .hasMessageContaining("for ever");
        byte[] stored = (byte[]) platform.database().one("select wrapped_key from certificate_authority");
        assertThatThrownBy(() -> java.security.KeyFactory.getInstance("EC")
                        .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(stored)))
                .isInstanceOf(java.security.spec.InvalidKeySpecException.class);
    }

    private UUID idOf(Application of) {
        return (UUID) platform.database()
                .one(
                        "select application_id from access_key where access_key = ?",
                        of.credentials().accessKey());
    }

    private static String at(UUID application, String what) {
        return "/api/v1/applications/" + application + "/certificates" + (what.isEmpty() ? "" : "/" + what);
    }

    private Answer issue(ClientKey of) {
        return operator.post(at(application, ""), Map.of("request", of.request()))
                .expect(201);
    }

    private void require() {
        operator.send("PUT", at(application, "policy"), Map.of("required", true, "reason", "Thử"), null)
                .expect(200);
    }

    private void revoke(String certificate) {
        operator.post(at(application, certificate + ":revoke"), Map.of("reason", "key-compromise", "note", "Thử"))
                .expect(200);
    }

    private HttpClient showing(Answer issued) {
        return key.showing(ClientKey.certificate(issued.get("certificate").asText()), authority);
    }

    private Application over(HttpClient client) {
        return plain.over(platform.tlsBase(), client);
    }

    private static Call showing(String token, Application application) {
        return application.call("GET", "/api/v1/inbox").unsigned().header("authorization", "Bearer " + token);
    }

    private static String header(Answer issued) {
        try {
            return ":"
                    + Base64.getEncoder()
                            .encodeToString(ClientKey.certificate(
                                            issued.get("certificate").asText())
                                    .getEncoded())
                    + ":";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private Answer told(String header) {
        return plain.call("GET", "/api/v1/inbox")
                .headerAfterSigning("client-cert", header)
                .send();
    }

    /** Null for the default. */
    private void name(String proxies) {
        platform.database().setting(PROXIES, proxies);
    }

    private Answer fetch(String path) {
        return plain.call("GET", path).unsigned().send().expect(200);
    }

    private String text(String path) {
        return fetch(path).text();
    }

    private X509CRL list() throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        fetch("/api/v1/certificate-authority/ca.crl").body()));
    }

    private long listNumber() {
        fetch("/api/v1/certificate-authority/ca.crl");
        return platform.database().count("select list_number from certificate_authority");
    }
}
