package vn.lgsp.client.cli;

import java.io.IOException;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.transport.Texts;

/** This machine could not read or write a file. */
final class LocalFailureException extends LgspException {

    private static final long serialVersionUID = 1L;

    LocalFailureException(Texts texts, IOException cause) {
        super(
                "client-file",
                texts.text("error.file.detail", cause.getClass().getSimpleName() + ": " + cause.getMessage()),
                texts.text("error.file.fix"),
                null,
                true,
                cause);
    }
}
