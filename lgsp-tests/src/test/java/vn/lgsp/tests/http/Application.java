package vn.lgsp.tests.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import vn.lgsp.tests.platform.PlatformProcess;

/** An application of an agency that talks to a platform. */
public final class Application {
    private final URI base;
    private final Credentials credentials;
    private final HttpClient http;
    private final Set<String> exercised = new ConcurrentSkipListSet<>();

    public Application(URI base, Credentials credentials) {
        this(base, credentials, Call.HTTP);
    }

    private Application(URI base, Credentials credentials, HttpClient http) {
        this.base = base;
        this.credentials = credentials;
        this.http = http;
    }

    /** The same application at another address, or connecting in another way. */
    public Application over(URI address, HttpClient client) {
        return new Application(address, credentials, client);
    }

    HttpClient http() {
        return http;
    }

    /** The application of the demonstration that sends. */
    public static Application source(PlatformProcess platform) {
        return new Application(platform.base(), Credentials.of(platform, "source"));
    }

    /** The application of the demonstration that receives. */
    public static Application destination(PlatformProcess platform) {
        return new Application(platform.base(), Credentials.of(platform, "destination"));
    }

    /** The application of the demonstration that has no rights. */
    public static Application bystander(PlatformProcess platform) {
        return new Application(platform.base(), Credentials.of(platform, "bystander"));
    }

    public String agency() {
        return credentials.agency();
    }

    public Credentials credentials() {
        return credentials;
    }

    public URI base() {
        return base;
    }

    /** The operations of the contract that this application has called. */
    public Set<String> exercised() {
        return exercised;
    }

    void called(Contract.Operation operation) {
        exercised.add(operation.id());
    }

    /** A request to be changed in any way before it is sent. */
    public Call call(String method, String path) {
        return new Call(this, method, path);
    }

    public Answer get(String path) {
        return call("GET", path).send();
    }

    public Answer post(String path) {
        return call("POST", path).send();
    }

    public Answer post(String path, Map<String, ?> body) {
        return call("POST", path).json(body).send();
    }

    public Answer put(String path, Map<String, ?> body) {
        return call("PUT", path).json(body).send();
    }

    public Answer delete(String path) {
        return call("DELETE", path).send();
    }
}
