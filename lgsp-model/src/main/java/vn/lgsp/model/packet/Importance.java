package vn.lgsp.model.packet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Độ quan trọng of a packet, rising; the ordinal is the Priority of QCVN 102 (0–4) and is what the database stores. */
public enum Importance {
    /** Thường. */
    NORMAL,
    /** Khẩn. */
    URGENT,
    /** Thượng khẩn. */
    VERY_URGENT,
    /** Hỏa tốc. */
    FLASH,
    /** Hỏa tốc hẹn giờ. */
    FLASH_SCHEDULED;

    /** The value as the interface writes it, e.g. {@code very-urgent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds the value by its code. */
    public static Optional<Importance> byCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
