package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.account.AccountEvent;

/**
 * What happened to an account.
 *
 * @param actor the user name of who did it
 * @param detail what exactly; may be null
 * @param reason why; may be null
 * @param remoteAddress from where; may be null
 */
public record EventView(
        UUID id, Instant at, AccountEvent.Kind kind, String actor, String detail, String reason, String remoteAddress) {

    static EventView of(AccountEvent event) {
        return new EventView(
                event.id(),
                event.at(),
                event.kind(),
                event.actorName(),
                event.detail(),
                event.reason(),
                event.remoteAddress());
    }
}
