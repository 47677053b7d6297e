package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * Something that an agency leaves behind when it ends, and who gets it.
 *
 * @param id of the thing
 * @param label what people call it: the code and name of an application, the end of a key, a person's name, the two ends of a right
 * @param agencyCode the agency that ends, as QĐ 20/2020 writes it
 * @param chosen whether the request names who gets it; otherwise it is the heir of the agency
 * @param heir code of the agency that gets it; null when it ends, for an account without an heir, which stays where it is, and always for a key,
 *     which ends when that is chosen and otherwise goes with its application
 * @param heirName its name; null without an heir
 */
public record ReorganisationThing(
        ReorganisationHeir.Subject subject,
        UUID id,
        String label,
        String agencyCode,
        String agencyName,
        boolean chosen,
        String heir,
        String heirName) {}
