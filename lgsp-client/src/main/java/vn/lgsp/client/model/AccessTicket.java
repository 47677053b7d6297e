package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A ticket for one service of another application (khóa phiên truy xuất, Điều 10.2).
 *
 * @param id names it without opening anything
 * @param text what opens; keep it secret
 * @param resource the service that it is for
 * @param operations the operations that it opens
 * @param expiresAt when it ends
 */
public record AccessTicket(UUID id, String text, String resource, List<String> operations, Instant expiresAt) {

    /** Checks what the contract requires. */
    public AccessTicket {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        operations = List.copyOf(operations);
    }

    /** Whether it still counts for at least ten seconds, by this machine's clock. */
    public boolean fresh() {
        return Instant.now().plusSeconds(10).isBefore(expiresAt);
    }

    /** Without what opens. */
    @Override
    public String toString() {
        return "ticket " + id + " for " + resource;
    }
}
