package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** The right of one application to send one type of data to one agency (quyền truy xuất, Điều 7.1a). Without it nothing is sent. */
@Entity
@Table(name = "access_right")
public class AccessRight {
    @Id
    private UUID id;

    @Column(name = "source_application_id", updatable = false)
    private UUID sourceApplicationId;

    @Column(name = "destination_agency_id", updatable = false)
    private UUID destinationAgencyId;

    @Column(name = "data_type", updatable = false)
    private String dataType;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_to")
    private Instant validTo;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected AccessRight() {}

    /** A right in force from now on; {@code validTo} is null when it has no end. */
    public AccessRight(
            UUID sourceApplicationId, UUID destinationAgencyId, String dataType, Instant validTo, Instant now) {
        this.id = Ids.next();
        this.sourceApplicationId = sourceApplicationId;
        this.destinationAgencyId = destinationAgencyId;
        this.dataType = dataType;
        this.validFrom = now;
        this.validTo = validTo;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    /** Ends the right at once. */
    public void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
