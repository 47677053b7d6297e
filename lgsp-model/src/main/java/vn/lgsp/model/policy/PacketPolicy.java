package vn.lgsp.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The policy that counts for one packet: a named version or the platform's own, with what the source chose differently. */
@Entity
@Table(name = "packet_policy")
public class PacketPolicy {
    @Id
    @Column(name = "packet_id")
    private UUID packetId;

    @Column(name = "policy_code")
    private String policyCode;

    @Column(name = "policy_version")
    private Integer policyVersion;

    @Column(name = "chosen")
    private boolean chosen;

    @Embedded
    private PolicyTerms terms;

    protected PacketPolicy() {}

    public PacketPolicy(UUID packetId) {
        this.packetId = packetId;
    }

    /**
     * Lets a policy count in place of any before.
     *
     * @param named the version that it is made from; null for the platform's own
     * @param byTheSource whether the source chose it, or anything in it
     */
    public void become(ExchangePolicy named, boolean byTheSource, PolicyTerms effective) {
        policyCode = named == null ? null : named.subject();
        policyVersion = named == null ? null : named.number();
        chosen = byTheSource;
        terms = effective;
    }

    public UUID packetId() {
        return packetId;
    }

    /** Code of the named policy; null for the platform's own. */
    public String policyCode() {
        return policyCode;
    }

    /** Its version; null for the platform's own. */
    public Integer policyVersion() {
        return policyVersion;
    }

    /** Whether the source chose it, or anything in it. */
    public boolean chosen() {
        return chosen;
    }

    public PolicyTerms terms() {
        return terms;
    }
}
