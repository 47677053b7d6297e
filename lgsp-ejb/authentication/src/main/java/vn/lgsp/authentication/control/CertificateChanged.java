package vn.lgsp.authentication.control;

import java.util.UUID;

/**
 * The certificates of an application changed, or whether it needs one; told inside this node once that is durable.
 *
 * @param applicationId whose
 */
public record CertificateChanged(UUID applicationId) {}
