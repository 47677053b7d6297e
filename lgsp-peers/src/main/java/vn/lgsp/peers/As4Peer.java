package vn.lgsp.peers;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.http.EHttpMethod;
import com.helger.mime.CMimeType;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.sender.EAS4UserMessageSendResult;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.wss.EWSSVersion;
import com.helger.web.scope.mgr.WebScopeManager;
import com.helger.xservlet.AbstractXServlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * An access point of AS4 and one who sends to it: phase4 on Jetty. Each message is signed and encrypted, its receipt is signed, and the one
 * who sends verifies that the receipt is about what was sent (non-repudiation of receipt).
 */
final class As4Peer extends Peer {
    private static final String ACTION = "deliver";
    private static final String SERVICE = "packets";
    private static final String ROLE = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/defaultRole";

    private final byte[] content = new byte[BYTES];
    private final As4Keys keys = new As4Keys();
    private final IAS4CryptoFactory ofSender = keys.ofSender();
    private final IAS4CryptoFactory ofReceiver = keys.ofReceiver();
    private final As4Receiver receiver;
    private volatile PMode mode;
    private String address;

    private As4Peer(Path home) throws Exception {
        new Random(7).nextBytes(content);
        receiver = new As4Receiver(home);
    }

    /** Keeps what arrives below the directory that is its only argument. */
    public static void main(String[] arguments) throws Exception {
        As4Peer peer = new As4Peer(Files.createDirectories(Path.of(arguments[0])));
        Server server = peer.server();
        server.start();
        // What is agreed on belongs to the scope that begins with the server.
        peer.mode = mode();
        peer.address = "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/as4";
        peer.serve();
        server.stop();
        System.exit(0);
    }

    private Server server() {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                // The servlet is made inside the scope that begins here.
                WebScopeManager.onGlobalBegin(event.getServletContext());
                event.getServletContext()
                        .addServlet("as4", new Endpoint(As4Peer.this))
                        .addMapping("/as4");
            }
        });
        server.setHandler(context);
        return server;
    }

    /** Where messages arrive. */
    private static final class Endpoint extends AbstractXServlet {
        private static final long serialVersionUID = 1L;

        Endpoint(As4Peer peer) {
            settings().setMultipartEnabled(false);
            AS4XServletHandler handler = new AS4XServletHandler();
            handler.setRequestHandlerCustomizer(new Customizer(peer));
            handlerRegistry().registerHandler(EHttpMethod.POST, handler);
        }
    }

    private record Customizer(As4Peer peer) implements com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer {
        @Override
        public void customizeBeforeHandling(
                com.helger.web.scope.IRequestWebScopeWithoutResponse request,
                com.helger.phase4.servlet.AS4UnifiedResponse response,
                AS4RequestHandler handler) {
            handler.setCryptoFactory(peer.ofReceiver);
            handler.setPModeResolver((id, service, action, initiator, responder, agreement, at) -> peer.mode);
            handler.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false));
            handler.setProcessorSupplier(() -> new CommonsArrayList<>(peer.receiver));
        }

        @Override
        public void customizeAfterHandling(
                com.helger.web.scope.IRequestWebScopeWithoutResponse request,
                com.helger.phase4.servlet.AS4UnifiedResponse response,
                AS4RequestHandler handler) {
            // Nothing of what was answered is changed.
        }
    }

    private static PMode mode() {
        PModeLegSecurity security = new PModeLegSecurity();
        security.setWSSVersion(EWSSVersion.WSS_111);
        security.setX509SignatureAlgorithm(ECryptoAlgorithmSign.RSA_SHA_256);
        security.setX509SignatureHashFunction(ECryptoAlgorithmSignDigest.DIGEST_SHA_256);
        security.setX509EncryptionAlgorithm(ECryptoAlgorithmCrypt.AES_128_GCM);
        security.setPModeAuthorize(false);
        security.setSendReceipt(true);
        security.setSendReceiptNonRepudiation(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        PModeLegErrorHandling errors = PModeLegErrorHandling.createUndefined();
        errors.setReportAsResponse(true);
        PModeLeg leg = new PModeLeg(
                PModeLegProtocol.createForDefaultSoapVersion(null),
                PModeLegBusinessInformation.create(SERVICE, ACTION, null, null),
                errors,
                null,
                security);
        return new PMode(
                "packets",
                PModeParty.createSimple(As4Keys.SENDER, ROLE),
                PModeParty.createSimple(As4Keys.RECEIVER, ROLE),
                "agreement",
                EMEP.ONE_WAY,
                EMEPBinding.PUSH,
                leg,
                null,
                null,
                PModeReceptionAwareness.createDefault());
    }

    @Override
    Round round(String way, int threads, Duration length) throws Exception {
        try (Workers senders = new Workers()) {
            Round round = new Round();
            long end = System.nanoTime() + length.toNanos();
            senders.start(threads, () -> {
                while (System.nanoTime() < end) {
                    long sent = System.nanoTime();
                    send();
                    round.taken(sent);
                }
                return null;
            });
            senders.await();
            return round;
        }
    }

    private void send() {
        AtomicBoolean signed = new AtomicBoolean();
        AtomicBoolean verified = new AtomicBoolean();
        EAS4UserMessageSendResult result = AS4Sender.builderUserMessage()
                .as4ProfileID(SERVICE)
                .pmode(mode)
                .pmodeResolver((id, service, action, initiator, responder, agreement, at) -> mode)
                .incomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false))
                .cryptoFactory(ofSender)
                .receiverCertificate(keys.receiverCertificate())
                .fromPartyID(As4Keys.SENDER)
                .fromRole(ROLE)
                .toPartyID(As4Keys.RECEIVER)
                .toRole(ROLE)
                .service(SERVICE)
                .action(ACTION)
                .agreementRef("agreement")
                .endpointURL(address)
                .payload(AS4OutgoingAttachment.builder().data(content).mimeType(CMimeType.APPLICATION_OCTET_STREAM))
                .signalMsgConsumer((receipt, metadata, state) -> signed.set(state.isSoapSignatureChecked()))
                .signalMsgValidationResultHdl(new Verdict(verified))
                .sendMessageAndCheckForReceipt(e -> {
                    throw new IllegalStateException(e);
                });
        if (!result.isSuccess() || !signed.get() || !verified.get()) {
            throw new IllegalStateException(
                    "No good receipt: " + result + ", signature verified " + signed + ", content " + verified);
        }
    }

    /** Whether the receipt speaks of exactly what was sent. */
    private record Verdict(AtomicBoolean verified) implements IAS4SignalMessageValidationResultHandler {
        @Override
        public void onSuccess() {
            verified.set(true);
        }

        @Override
        public void onError(String error) {
            throw new IllegalStateException(error);
        }

        @Override
        public void onNotApplicable() {
            throw new IllegalStateException("The receipt names nothing that was sent.");
        }
    }
}
