package vn.lgsp.client.cli;

import java.lang.System.Logger.Level;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.model.Session;

/** Opening and closing a connection, the same for both sides. */
final class SessionSteps {

    private SessionSteps() {}

    static Step describe(Session session) {
        return Step.of("session")
                .with("sessionId", session.id())
                .with(Step.AGENCY, session.agency())
                .with("application", session.application())
                .with("incoming", session.pending().incoming().size())
                .with("outgoing", session.pending().outgoing().size());
    }

    /** Disconnects; that it does not work changes nothing for anybody, sessions end by themselves. */
    static void closeQuietly(LgspClient client, Session session) {
        try {
            client.closeSession(session.id());
        } catch (LgspException failure) {
            System.getLogger(SessionSteps.class.getName()).log(Level.DEBUG, "Session not closed", failure);
        }
    }
}
