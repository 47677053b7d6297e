package vn.lgsp.authentication.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.control.AuthenticationLog;
import vn.lgsp.authentication.control.Holders;
import vn.lgsp.authentication.control.KeyDirectory;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.authentication.control.ReplayGuard;
import vn.lgsp.authentication.control.RequestProofs;
import vn.lgsp.authentication.control.RequestedScope;
import vn.lgsp.authentication.control.SessionTokens;
import vn.lgsp.authentication.control.TicketPolicyStore;
import vn.lgsp.authentication.control.Tickets;
import vn.lgsp.authentication.control.Verification;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.authentication.TicketPolicy;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.CallRights;
import vn.lgsp.registry.boundary.CallTarget;

/**
 * The six steps by which one application calls the service of another (giao thức truy xuất, Điều 10), a method for each that is the platform's:
 *
 * <ol>
 *   <li>{@link #step1SourceAsks}: the source says who it is and where it wants to go, signed.
 *   <li>{@link #step2IssueTicket}: the platform weighs the right and issues a ticket, or refuses.
 *   <li>The source calls the destination with the ticket, signed: {@code vn.lgsp.client.AccessTickets} of the Java client.
 *   <li>{@link #step4DestinationReports}: the destination hands the ticket and the signed request on, signed itself.
 *   <li>{@link #step5Answer}: the platform verifies both and answers, signed.
 *   <li>The destination verifies the answer, then serves or refuses: {@code vn.lgsp.client.AccessGate}.
 * </ol>
 *
 * A ticket is bound to the key that asked for it, to one service and to operations of it. At each use the state of the moment counts: of the
 * keys, the applications, their agencies, the service and the right. Runs outside of a transaction: what was used up stays so.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessProtocol {
    private static final String TOKEN_PATH = "/oauth2/token";
    private static final String INTROSPECTION_PATH = "/oauth2/introspect";
    private static final String REVOCATION_PATH = "/oauth2/revoke";

    @EJB
    private Authentication authentication;

    @Inject
    private Tickets tickets;

    @Inject
    private TicketPolicyStore policies;

    @Inject
    private RequestProofs proofs;

    @Inject
    private ReplayGuard nonces;

    @Inject
    private KeyDirectory keys;

    @Inject
    private Holders holders;

    @Inject
    private Verification verification;

    @Inject
    private AuthenticationLog log;

    @EJB
    private CallRights calls;

    /** How long a ticket counts where its service does not say. */
    @Inject
    @ConfigProperty(name = "lgsp.ticket.seconds", defaultValue = "300")
    private Supplier<Integer> lifetime;

    /**
     * Step 1 (Điều 10.1): who asks for a ticket. It must have signed, the request itself or an assertion in it; the token of a session does
     * not count.
     *
     * @param assertion the parameter {@code client_assertion}; null when the request itself is signed
     * @throws LgspException as {@link Authentication#authenticate(SignedRequest)} and {@link Authentication#authenticate(SignedRequest, String)};
     *     {@code signature-missing} for the token of a session, {@code key-scope-missing}
     */
    public Authenticated step1SourceAsks(SignedRequest request, String assertion) {
        return signed(request, assertion);
    }

    /**
     * Step 2 (Điều 10.2): issues a ticket if the source may call the destination now.
     *
     * @param source who asked, of step 1
     * @param resource the service, as {@link CallRights#target(String)} knows it
     * @param scope codes of operations, separated by blanks; null for all that are allowed
     * @throws LgspException {@code target-unknown}, {@code operation-unknown}, {@code no-call-right}, {@code quota-used-up},
     *     {@code channel-not-confidential} where the ticket alone would open and somebody could listen
     */
    public IssuedTicket step2IssueTicket(Authenticated source, String resource, String scope) {
        var caller = source.caller();
        var target = calls.target(resource)
                .filter(found -> holders.active(found.applicationId()).isPresent())
                .orElseThrow(() -> new LgspException(ErrorCode.TARGET_UNKNOWN));
        var policy = policies.of(target.serviceId());
        if (!policy.requestProof() && !source.confidential()) {
            log.noted(caller, "POST", TOKEN_PATH, target.applicationId(), "channel-not-confidential");
            throw new LgspException(ErrorCode.CHANNEL_NOT_CONFIDENTIAL);
        }
        var granted = granted(caller, target, scope);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var seconds = policy.lifetimeSeconds() == null ? lifetime.get() : policy.lifetimeSeconds();
        var text = KeyFormat.newTicket();
        var ticket = new Tickets.Ticket(
                Ids.next(),
                caller.applicationId(),
                caller.keyId(),
                target.applicationId(),
                target.serviceId(),
                resource,
                String.join(" ", granted),
                now,
                now.plusSeconds(seconds),
                policy.useLimit());
        tickets.add(ticket, SessionTokens.hash(text));
        log.noted(caller, "POST", TOKEN_PATH, target.applicationId(), null);
        return new IssuedTicket(
                ticket.id(),
                text,
                resource,
                ticket.scope(),
                ticket.issuedAt(),
                ticket.expiresAt(),
                policy.requestProof(),
                policy.useLimit());
    }

    private Set<String> granted(Caller caller, CallTarget target, String scope) {
        var wanted = RequestedScope.of(scope, target);
        var allowed = calls.callable(caller.applicationId(), target);
        var granted = wanted.isEmpty() ? allowed : wanted;
        try {
            if (granted.isEmpty() || !allowed.containsAll(granted)) {
                throw new LgspException(ErrorCode.NO_CALL_RIGHT);
            }
            calls.take(caller.applicationId(), target, granted);
        } catch (LgspException refusal) {
            log.noted(caller, "POST", TOKEN_PATH, target.applicationId(), "no-access-right");
            throw refusal;
        }
        return granted;
    }

    /**
     * Step 4 (Điều 10.4): who hands a request on to be judged. It must have signed, as in step 1.
     *
     * @param assertion the parameter {@code client_assertion}; null when the request itself is signed
     * @throws LgspException as {@link #step1SourceAsks}
     */
    public Authenticated step4DestinationReports(SignedRequest request, String assertion) {
        return signed(request, assertion);
    }

    /**
     * Step 5 (Điều 10.5): judges the ticket and the source's request. A ticket of another destination is as good as none.
     *
     * @param destination who asks, of step 4
     * @param text the ticket; may be anything
     * @param proof the request that the ticket came with; null when none was handed on
     * @param signedAnswer whether the answer will be signed
     * @return {@link TicketAnswer#INACTIVE} unless the ticket counts for this destination at this moment and, with a proof, the request was
     *     signed by the source with the key that asked for the ticket, for this ticket and this place, and is new
     * @throws LgspException {@code request-proof-missing} when the destination's own policy asks for more than was sent
     */
    public TicketAnswer step5Answer(Authenticated destination, String text, RequestProof proof, boolean signedAnswer) {
        var caller = destination.caller();
        var now = Instant.now();
        var found = KeyFormat.ofTicket(text)
                .flatMap(known -> tickets.find(SessionTokens.hash(known), now))
                .filter(ticket -> ticket.destinationApplicationId().equals(caller.applicationId()));
        if (found.isEmpty()) {
            return inactive(caller, null, "ticket-not-usable");
        }
        var ticket = found.get();
        var policy = policies.of(ticket.serviceId());
        if (policy.requestProof() && (proof == null || !signedAnswer)) {
            throw new LgspException(ErrorCode.REQUEST_PROOF_MISSING);
        }
        return judged(caller, ticket, text, proof, policy);
    }

    private TicketAnswer judged(
            Caller destination, Tickets.Ticket ticket, String text, RequestProof proof, TicketPolicy policy) {
        var now = Instant.now();
        var source = ticket.sourceApplicationId();
        var key = keys.usableKey(ticket.keyId(), now);
        var holder = holders.active(source);
        var target = calls.target(ticket.serviceId())
                .filter(service -> service.applicationId().equals(destination.applicationId()));
        if (key.isEmpty() || holder.isEmpty() || target.isEmpty()) {
            return inactive(destination, ticket, "ticket-not-usable");
        }
        var scope = new TreeSet<>(List.of(ticket.scope().split(" ")));
        scope.retainAll(calls.callable(source, target.get()));
        if (scope.isEmpty()) {
            return inactive(destination, ticket, "no-access-right");
        }
        if (proof != null
                && !isProved(destination, ticket, text, proof, target.get().address())) {
            return inactive(destination, ticket, "signature-wrong");
        }
        if (!tickets.use(ticket.id(), now)) {
            return inactive(destination, ticket, "ticket-not-usable");
        }
        log.noted(destination, "POST", INTROSPECTION_PATH, source, null);
        return new TicketAnswer(
                true,
                key.get().accessKey(),
                holder.get().code(),
                holder.get().agencyCode(),
                ticket.resource(),
                String.join(" ", scope),
                ticket.id(),
                ticket.issuedAt(),
                ticket.expiresAt(),
                proof != null,
                RequestProofs.hash(text, proof),
                policy.answerSignature() == TicketPolicy.AnswerSignature.SECRET);
    }

    /** The nonce is used up last, by a request that is good in every other way. */
    private boolean isProved(
            Caller destination, Tickets.Ticket ticket, String text, RequestProof proof, String address) {
        return proofs.verify(destination, text, proof, address)
                .filter(verified -> verified.key().id().equals(ticket.keyId()))
                .filter(verified -> verified.claim().needs().isEmpty())
                .filter(nonces::use)
                .isPresent();
    }

    private TicketAnswer inactive(Caller destination, Tickets.Ticket ticket, String reason) {
        log.noted(
                destination, "POST", INTROSPECTION_PATH, ticket == null ? null : ticket.sourceApplicationId(), reason);
        return TicketAnswer.INACTIVE;
    }

    /**
     * Ends a ticket at once (RFC 7009). Only the application that asked for it can; about everything else nothing is told.
     *
     * @param source who asks, as in step 1
     * @param text the ticket; may be anything
     */
    public void revoke(Authenticated source, String text) {
        var caller = source.caller();
        KeyFormat.ofTicket(text)
                .flatMap(ticket -> tickets.revoke(SessionTokens.hash(ticket), caller.applicationId(), Instant.now()))
                .ifPresent(destination -> log.noted(caller, "POST", REVOCATION_PATH, destination, null));
    }

    /** Whether this access key is the one that a client signed with. */
    public boolean isOf(String accessKey, Authenticated client) {
        return keys.usableKey(client.caller().keyId(), Instant.now())
                .filter(key -> key.accessKey().equals(accessKey))
                .isPresent();
    }

    /** How the platform is called at the address that this request was sent to (RFC 8414 issuer); empty where it has no address. */
    public Optional<String> issuer(SignedRequest request) {
        return verification.addresses(request).stream().findFirst();
    }

    private Authenticated signed(SignedRequest request, String assertion) {
        var authenticated = assertion == null
                ? authentication.authenticate(request)
                : authentication.authenticate(request, assertion);
        if (authenticated.caller().sessionId() != null) {
            // A ticket may live on after the session: the secret itself must have been used.
            throw new LgspException(ErrorCode.SIGNATURE_MISSING);
        }
        authenticated.caller().require(KeyScope.ACCESS);
        return authenticated;
    }
}
