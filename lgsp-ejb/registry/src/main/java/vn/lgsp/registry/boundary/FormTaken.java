package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * The form that an application takes of a type of data (Điều 8.4).
 *
 * @param application its code
 * @param agency name of its agency
 * @param setBy name of the account that said so
 */
public record FormTaken(
        UUID applicationId,
        String application,
        String agency,
        String dataType,
        String transformation,
        String setBy,
        Instant setAt) {}
