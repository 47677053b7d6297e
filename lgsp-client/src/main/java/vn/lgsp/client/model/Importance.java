package vn.lgsp.client.model;

/** Độ khẩn of QCVN 102:2016, rising. */
public enum Importance implements Code {
    /** Thường. */
    NORMAL,
    /** Khẩn. */
    URGENT,
    /** Thượng khẩn. */
    VERY_URGENT,
    /** Hỏa tốc. */
    FLASH,
    /** Hỏa tốc hẹn giờ. */
    FLASH_SCHEDULED,
    /** Not known to this version of the client; cannot be sent. */
    UNKNOWN
}
