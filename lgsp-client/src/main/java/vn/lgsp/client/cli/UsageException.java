package vn.lgsp.client.cli;

import vn.lgsp.client.LgspException;
import vn.lgsp.client.transport.Texts;

/** The command line, or a file that it names, is not right; nothing was sent. */
final class UsageException extends LgspException {

    private static final long serialVersionUID = 1L;

    /**
     * A mistake with its two sentences.
     *
     * @param key of the texts {@code usage.KEY.detail} and {@code usage.KEY.fix}
     */
    UsageException(Texts texts, String key, Object... arguments) {
        super(
                "client-" + key,
                texts.text("error." + key + ".detail", arguments),
                texts.text("error." + key + ".fix", arguments),
                null,
                false,
                null);
    }
}
