package vn.lgsp.authentication.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * The addresses for which a signature counts. A signature names the address that the client called; the platform must not learn its own
 * address from the request, or a signature meant for another place would count here (threat 6). So the addresses come from settings, and
 * the Host header only decides which one is tried first: behind a proxy it may be anything.
 *
 * <p>One exception: a request that came in through a loopback address, and whose Host names loopback with the listener's own port, may be
 * signed for that Host. Nobody outside this machine can send one, and it spares every first trial a setting.
 */
final class OwnUrls {
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(?::([0-9]{1,5}))?");
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%.*)?");

    private final Supplier<List<BaseUrl>> configured;

    /** @param configured the addresses of the settings; asked for each request */
    OwnUrls(Supplier<List<BaseUrl>> configured) {
        this.configured = configured;
    }

    /** The addresses for which this request may be signed, the likeliest first; may be empty. */
    List<BaseUrl> candidates(SignedRequest request) {
        var host = host(request);
        var candidates = new ArrayList<BaseUrl>();
        loopback(request, host).ifPresent(candidates::add);
        for (var own : configured.get()) {
            if (own.authority().equals(host)) {
                candidates.add(0, own);
            } else {
                candidates.add(own);
            }
        }
        return candidates;
    }

    /**
     * Whether nobody could listen to the request on its way: it came over TLS, or did not leave this machine, or was sent to an address of the
     * platform that is only reached over TLS (a proxy in front ends it).
     */
    boolean isConfidential(SignedRequest request) {
        var host = host(request);
        return request.scheme().equals("https")
                || isLoopback(request.localAddress())
                        && LOOPBACK_HOST.matcher(host).matches()
                || configured.get().stream()
                        .anyMatch(own ->
                                own.authority().equals(host) && own.scheme().equals("https"));
    }

    private static String host(SignedRequest request) {
        var lines = request.lines("host");
        return lines.size() == 1 ? lines.get(0).toLowerCase(Locale.ROOT) : "";
    }

    private static Optional<BaseUrl> loopback(SignedRequest request, String host) {
        var named = LOOPBACK_HOST.matcher(host);
        if (!named.matches() || !isLoopback(request.localAddress())) {
            return Optional.empty();
        }
        var port = named.group(2) == null ? BaseUrl.defaultPort(request.scheme()) : Integer.parseInt(named.group(2));
        return port == request.localPort()
                ? Optional.of(BaseUrl.of(request.scheme(), named.group(1), port))
                : Optional.empty();
    }

    private static boolean isLoopback(String address) {
        try {
            // Only literals: a name would be looked up.
            return IP_LITERAL.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        var urls = configured.get();
        return urls.isEmpty() ? "this machine only (lgsp.public.url is not set)" : urls.toString();
    }
}
