package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * Who gets one thing that an agency leaves behind, where it is not the heir of the agency (Điều 7.2).
 *
 * @param subject what the thing is
 * @param thing its id
 * @param heir code in either form of an agency that exists afterwards, perhaps one that a step enters; null when the thing ends: an application is
 *     retired, a key revoked, a right withdrawn, an account loses its roles at the agency that ends. Keys go with their application or end; always
 *     null for them.
 */
public record ReorganisationHeir(Subject subject, UUID thing, String heir) {

    /** What can have an heir of its own. */
    public enum Subject {
        /** Ứng dụng, with its keys, rights and packets. */
        APPLICATION,
        /** Khóa truy xuất. */
        KEY,
        /** Tài khoản cán bộ. */
        ACCOUNT,
        /** Quyền truy xuất of or to the agency as a whole. */
        RIGHT
    }
}
