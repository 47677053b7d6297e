package vn.lgsp.model.registry;

/** What one step of a reorganisation does. */
public enum ReorganisationAct {
    /** Cấp mới: a new agency with its code. */
    ISSUE,
    /** Đổi tên. */
    RENAME,
    /** Đổi mã: a new code for the same agency. */
    RECODE,
    /** Đổi cơ quan cha. */
    REPARENT,
    /** Nhập: agencies become one, which is new or exists. */
    MERGE,
    /** Tách: an agency becomes several; one step for each of them. The agency itself among them goes on. */
    SPLIT,
    /** Giải thể: agencies end, perhaps with an heir. */
    DISSOLVE
}
