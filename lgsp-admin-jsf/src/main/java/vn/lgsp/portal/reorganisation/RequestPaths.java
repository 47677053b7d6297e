package vn.lgsp.portal.reorganisation;

import java.util.UUID;

/** Addresses of the pages about reorganisations. */
final class RequestPaths {
    static final String LIST = "/co-quan/de-nghi";
    /** The sections of a draft: what it says, its steps, who inherits what, the preview, the day. */
    static final int STEPS = 2;

    static final int HEIRS = 3;
    static final int PREVIEW = 4;
    static final int DAY = 5;
    static final int SECTIONS = DAY;

    private RequestPaths() {}

    static String details(UUID id) {
        return LIST + "/chi-tiet?ma=" + id;
    }

    static String draft(UUID id, int section) {
        return LIST + "/soan?ma=" + id + "&buoc=" + section;
    }
}
