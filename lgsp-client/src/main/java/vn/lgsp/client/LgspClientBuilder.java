package vn.lgsp.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import vn.lgsp.client.signing.RequestSigner;
import vn.lgsp.client.transport.Endpoint;
import vn.lgsp.client.transport.RetryPolicy;
import vn.lgsp.client.transport.Texts;
import vn.lgsp.client.transport.Transport;

/** Settings of a client; see {@link LgspClient#builder}. */
public final class LgspClientBuilder {

    private final URI endpoint;
    private final RequestSigner signer;
    private boolean plainHttp;
    private Locale language = new Locale.Builder().setLanguage("vi").build();
    private RetryPolicy retries = RetryPolicy.attempts(4);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration silence = Duration.ofSeconds(45);
    private SSLContext tls;
    private boolean sessionTokens;

    LgspClientBuilder(URI endpoint, RequestSigner signer) {
        this.endpoint = endpoint;
        this.signer = signer;
    }

    /** The language of errors: English, or Vietnamese for anything else, which is the default. */
    public LgspClientBuilder language(Locale newLanguage) {
        this.language = newLanguage;
        return this;
    }

    /** Allows http to another machine. Titles and contents can then be read on the way; only for closed networks. */
    public LgspClientBuilder allowPlainHttp() {
        this.plainHttp = true;
        return this;
    }

    /**
     * How often a call that may be repeated is sent at most.
     *
     * @param attempts 1 to 20; 4 by default
     */
    public LgspClientBuilder attempts(int attempts) {
        this.retries = RetryPolicy.attempts(attempts);
        return this;
    }

    /**
     * Signs only when a session is opened and shows the session's token afterwards: faster, and as safe as the channel. When the session is
     * over, or the platform gives no token, each call is signed as usual.
     */
    public LgspClientBuilder sessionTokens() {
        this.sessionTokens = true;
        return this;
    }

    /** How long connecting may take; 10 s by default. */
    public LgspClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = timeout;
        return this;
    }

    /** How long the platform may be silent in the middle of an answer; 45 s by default, three heartbeats of the event stream. */
    public LgspClientBuilder silence(Duration limit) {
        this.silence = limit;
        return this;
    }

    /** Certificates to trust and to show; the JDK's by default. */
    public LgspClientBuilder tls(SSLContext context) {
        this.tls = context;
        return this;
    }

    LgspClientBuilder retries(RetryPolicy policy) {
        this.retries = policy;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException when the endpoint cannot be used
     */
    public LgspClient build() {
        // HTTP/1.1: what every installation offers; an upgrade to HTTP/2 in the middle of an upload gains nothing.
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout);
        if (tls != null) {
            http.sslContext(tls);
        }
        Transport transport = new Transport(new Transport.Setup(
                new Endpoint(endpoint, plainHttp),
                http.build(),
                signer,
                retries,
                new Texts("vn.lgsp.client.ClientTexts", language),
                silence));
        return new LgspClient(transport, signer, sessionTokens);
    }
}
