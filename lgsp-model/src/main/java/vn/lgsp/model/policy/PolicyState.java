package vn.lgsp.model.policy;

/** The life of one version of a policy. */
public enum PolicyState {
    /** Nháp: may still be changed, counts for nothing. */
    DRAFT,
    /** Đã ban hành: counts for packets, never changes. */
    PUBLISHED,
    /** Đã thôi áp dụng: no new packet gets it; those that have it keep it. */
    RETIRED
}
