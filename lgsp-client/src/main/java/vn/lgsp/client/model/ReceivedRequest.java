package vn.lgsp.client.model;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that another application sent to a service of this one.
 *
 * @param method as received
 * @param target the absolute URI as the source called it; behind a proxy, with the public name of the service
 * @param headers the lines of each header; names in any case
 * @param body the bytes as received; empty for none
 */
public record ReceivedRequest(String method, URI target, Map<String, List<String>> headers, byte[] body) {

    /** Normalises header names to lower case. */
    public ReceivedRequest {
        Map<String, List<String>> lower = new LinkedHashMap<>();
        headers.forEach((name, lines) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(lines)));
        headers = Map.copyOf(lower);
        body = body.clone();
    }

    /** The lines of a header joined to one value (RFC 9110 section 5.3), its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name))
                .map(lines ->
                        String.join(", ", lines.stream().map(String::strip).toList()));
    }
}
