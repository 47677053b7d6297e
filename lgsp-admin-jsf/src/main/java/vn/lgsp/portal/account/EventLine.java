package vn.lgsp.portal.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.Role;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.EventView;

/** What happened to an account, as a page shows it. */
public class EventLine {
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]{5,12}\\b");

    private final EventView event;
    private final Texts texts;

    EventLine(EventView event, Texts texts) {
        this.event = event;
        this.texts = texts;
    }

    public Instant getAt() {
        return event.at();
    }

    public String getWhat() {
        return texts.of("account-event", event.kind());
    }

    public String getActor() {
        return event.actor();
    }

    /** What exactly, with roles in words; empty when there is nothing to add. */
    public String getDetail() {
        if (event.detail() == null) {
            return "";
        }
        if (event.kind() == Kind.SESSIONS_ENDED) {
            return texts.with("event.sessions", event.detail());
        }
        Matcher words = WORD.matcher(event.detail());
        return words.replaceAll(found -> Matcher.quoteReplacement(Arrays.stream(Role.values())
                .filter(role -> role.name().equals(found.group()))
                .findFirst()
                .map(role -> texts.of("role", role))
                .orElse(found.group())));
    }

    public String getReason() {
        return event.reason() == null ? "" : event.reason();
    }

    public String getAddress() {
        return event.remoteAddress() == null ? "" : event.remoteAddress();
    }
}
