package vn.lgsp.model.account;

/** Roles of staff (vai trò); each is held in an agency and everything below it (Điều 12.1). */
public enum Role {
    /** Quản trị hệ thống: settings, accounts; sees no packets. */
    ADMIN,
    /** Cán bộ vận hành: registry, keys, routing, monitoring. */
    OPERATOR,
    /** Phê duyệt: the second pair of eyes. */
    APPROVER,
    /** Quản trị đơn vị: the agency's own applications, keys and packets. */
    AGENCY,
    /** Kỹ thuật tích hợp: test keys and logs of the own agency. */
    DEVELOPER,
    /** Kiểm toán: reads everything but secrets and content. */
    AUDITOR,
    /** Lãnh đạo: dashboards and reports. */
    EXECUTIVE
}
