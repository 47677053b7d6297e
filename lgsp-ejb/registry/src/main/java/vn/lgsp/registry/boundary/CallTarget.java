package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;

/**
 * A service that may be called (dịch vụ đích, Điều 10).
 *
 * @param applicationId the application that offers it
 * @param agencyId the application's agency
 * @param address where it is called; null when it is not registered
 * @param operations the codes of its operations, in their order
 */
public record CallTarget(
        UUID serviceId, String code, UUID applicationId, UUID agencyId, String address, List<String> operations) {}
