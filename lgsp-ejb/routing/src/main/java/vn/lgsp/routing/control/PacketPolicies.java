package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.policy.ExchangePolicy;
import vn.lgsp.model.policy.PacketPolicy;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.PolicyChoice;
import vn.lgsp.routing.boundary.TermsInput;

/** Which policy counts for a packet: the source's choice, else that of the data type, else the platform's own (Điều 8.3). */
@ApplicationScoped
public class PacketPolicies {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PolicyShelf shelf;

    @Inject
    private PlatformPolicy own;

    @Inject
    private Batches batches;

    /**
     * Takes what the source chooses, in place of what it chose before. The caller holds the lock of the packet.
     *
     * @throws vn.lgsp.model.error.LgspException REQUEST_INVALID naming every field that the policy does not allow
     */
    public void choose(Packet packet, PolicyChoice choice) {
        PolicyCheck check = new PolicyCheck();
        Optional<ExchangePolicy> named =
                choice.policy() == null ? shelf.assigned(packet.dataType()) : shelf.published(choice.policy());
        if (choice.policy() != null && named.isEmpty()) {
            check.add("policy", "no-such");
        }
        PolicyTerms limits = named.map(ExchangePolicy::terms).orElseGet(own::terms);
        PolicyTerms effective = check.narrowed(choice.terms(), limits);
        Instant now = Journal.now();
        boolean later = choice.notBefore() != null && choice.notBefore().isAfter(now);
        Instant start = later ? choice.notBefore() : now;
        if (choice.deadline() != null && choice.deadline().isAfter(limits.until(start))) {
            if (named.isPresent()) {
                check.add("deadline", "policy-until", limits.until(start));
            } else if (choice.terms().hold() == null) {
                // The platform's own policy is for sources that say nothing: one that names its deadline means it.
                effective = effective.held(Duration.between(start, choice.deadline()));
            }
        }
        check.check();
        packet.policy(choice.notBefore(), choice.deadline());
        boolean chosen = choice.policy() != null || !choice.terms().equals(TermsInput.NOTHING);
        store(packet.id(), named, chosen, effective);
    }

    /** What counts for a packet that is planned now. */
    public PacketPolicy effective(Packet packet) {
        return of(packet.id()).orElseGet(() -> {
            Optional<ExchangePolicy> named =
                    batches.once("policy of " + packet.dataType(), () -> shelf.assigned(packet.dataType()));
            return store(
                    packet.id(),
                    named,
                    false,
                    named.map(ExchangePolicy::terms).orElseGet(() -> batches.once("platform's policy", own::terms)));
        });
    }

    /** What was chosen or planned for a packet; empty before, and for packets of times without policies. */
    public Optional<PacketPolicy> of(UUID packetId) {
        Batch batch = batches.current();
        return Optional.ofNullable(
                batch != null && batch.isNew(packetId)
                        ? batch.policy(packetId)
                        : em.find(PacketPolicy.class, packetId));
    }

    /** The same as the source and people see it; null before, and for packets of times without policies. */
    public PacketView.PolicyOfPacket view(UUID packetId) {
        return of(packetId)
                .map(policy -> new PacketView.PolicyOfPacket(
                        policy.policyCode(), policy.policyVersion(), policy.chosen(), policy.terms()))
                .orElse(null);
    }

    /** The terms of a packet that was planned; the platform's own for packets of times without policies. */
    PolicyTerms terms(UUID packetId) {
        return of(packetId).map(PacketPolicy::terms).orElseGet(own::terms);
    }

    /** When a packet is over that is first announced at this time; its own deadline may be null. */
    static Instant until(Instant deadline, PacketPolicy policy, Instant first) {
        Instant until = policy.terms().until(first);
        return deadline != null && deadline.isBefore(until) ? deadline : until;
    }

    private PacketPolicy store(UUID packetId, Optional<ExchangePolicy> named, boolean chosen, PolicyTerms terms) {
        Optional<PacketPolicy> known = of(packetId);
        PacketPolicy policy = known.orElseGet(() -> new PacketPolicy(packetId));
        policy.become(named.orElse(null), chosen, terms);
        if (known.isEmpty() && batches.current() != null) {
            batches.current().enter(policy);
        } else if (known.isEmpty()) {
            // Not before it says anything: what is inserted is what it says now.
            em.persist(policy);
        }
        return policy;
    }
}
