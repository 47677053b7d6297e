package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.signing.SignableRequest;
import vn.lgsp.client.signing.SignedRequest;
import vn.lgsp.client.transport.JsonRecords;

/** Shows what is signed and what to send, without sending it: for those who write a client of their own. */
@Command(name = "sign", sortOptions = false)
final class SignCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Parameters(index = "0", paramLabel = "METHOD", descriptionKey = "sign.method")
    private String method;

    @Parameters(index = "1", paramLabel = "URI", descriptionKey = "sign.uri")
    private String uri;

    @Option(names = "--body", paramLabel = "FILE", descriptionKey = "sign.body")
    private Path body;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            defaultValue = "application/json",
            descriptionKey = "sign.content-type")
    private String contentType;

    @Option(names = "--idempotency-key", paramLabel = "KEY", descriptionKey = "sign.idempotency-key")
    private String idempotencyKey;

    @Option(names = "--created", paramLabel = "SECONDS", descriptionKey = "sign.created")
    private Long created;

    @Option(names = "--nonce", paramLabel = "TEXT", descriptionKey = "sign.nonce")
    private String nonce;

    @Override
    public Integer call() {
        Credentials credentials = root.credentials();
        Map<String, String> headers = headers();
        SignedRequest signed;
        try {
            URI target = uri.startsWith("/") ? URI.create(credentials.endpoint() + uri) : URI.create(uri);
            signed = signer(credentials).sign(new SignableRequest(method, target, headers));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(root.texts(), "sign", wrong.getMessage());
        }
        headers.put(RequestSigner.SIGNATURE_INPUT, signed.signatureInput());
        headers.put(RequestSigner.SIGNATURE, signed.signature());
        show(signed.base(), headers);
        return ExitCode.OK;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (body != null) {
            headers.put("Content-Digest", root.attempt("sign", () -> ContentDigest.of(body)));
            headers.put("Content-Type", contentType);
        }
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        return headers;
    }

    private RequestSigner signer(Credentials credentials) {
        RequestSigner own = new RequestSigner(credentials.accessKey(), credentials.secret());
        if (created == null && nonce == null) {
            return own;
        }
        Instant time = created == null ? Instant.now() : Instant.ofEpochSecond(created);
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        return nonce == null
                ? own.at(clock)
                : new RequestSigner(credentials.accessKey(), credentials.secret(), clock, () -> nonce);
    }

    private void show(String base, Map<String, String> headers) {
        JsonObjectBuilder object = JsonRecords.json().createObjectBuilder();
        headers.forEach(object::add);
        JsonObject answer = JsonRecords.json()
                .createObjectBuilder()
                .add("step", "sign")
                .add("base", base)
                .add("headers", object)
                .build();
        Output output = root.output();
        output.answer(answer, () -> {
            output.line(root.texts().text("sign.base"));
            output.line(base);
            output.line("");
            output.line(root.texts().text("sign.headers"));
            headers.forEach((name, value) -> output.line(name + ": " + value));
        });
    }
}
