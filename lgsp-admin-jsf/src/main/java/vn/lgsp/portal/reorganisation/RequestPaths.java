package vn.lgsp.portal.reorganisation;

import java.util.UUID;

/** Addresses of the pages about reorganisations. */
final class RequestPaths {
    static final String LIST = "/co-quan/de-nghi";

    private RequestPaths() {}

    static String details(UUID id) {
        return LIST + "/chi-tiet?ma=" + id;
    }

    static String draft(UUID id, int section) {
        return LIST + "/soan?ma=" + id + "&buoc=" + section;
    }
}
