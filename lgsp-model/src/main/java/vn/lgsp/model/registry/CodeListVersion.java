package vn.lgsp.model.registry;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.version.NamedVersion;
import vn.lgsp.model.version.VersionState;

/** One version of a list of codes (danh mục mã dùng chung, Điều 15.3). Published, its entries stay for ever. */
@Entity
@Table(name = "code_list_version")
@AttributeOverride(name = "subject", column = @Column(name = "code_list", updatable = false))
public class CodeListVersion extends NamedVersion {
    private static final Manner MANNER =
            new Manner(ErrorCode.DATA_TYPE_STATE, VersionState.DEPRECATED, Staff::username);

    protected CodeListVersion() {}

    /** A draft by somebody. */
    public CodeListVersion(String codeList, int number, Staff staff, Instant now) {
        super(MANNER, codeList, number, staff, now);
    }

    @Override
    public Manner manner() {
        return MANNER;
    }
}
