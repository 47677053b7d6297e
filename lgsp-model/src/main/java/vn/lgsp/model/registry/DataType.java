package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A registered type of data (loại dữ liệu liên thông, Điều 3.6, 8.2). Its rules stand in its versions, {@link DataTypeVersion}. */
@Entity
@Immutable
@Table(name = "data_type")
public class DataType {
    @Id
    private String code;

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    private String protocol;

    @Column(name = "max_bytes")
    private long maxBytes;

    @Column(name = "owner_agency_id")
    private UUID ownerAgencyId;

    @Column(name = "current_version")
    private Integer currentVersion;

    protected DataType() {}

    public String code() {
        return code;
    }

    public String nameVi() {
        return nameVi;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The exchange protocol of the content, e.g. {@code edxml} (giao thức liên thông). */
    public String protocol() {
        return protocol;
    }

    /** How large all files of one packet may be together by the current version, bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /** The agency that answers for it (cơ quan chủ quản); null for the platform's own. */
    public UUID ownerAgencyId() {
        return ownerAgencyId;
    }

    /** The version that a request without one gets; null while none is in force. */
    public Integer currentVersion() {
        return currentVersion;
    }
}
