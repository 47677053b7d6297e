package vn.lgsp.operations.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * One change of a setting, as it was.
 *
 * @param oldValue null when the default was in force
 * @param newValue null when it went back to the default
 * @param changedBy name of the person at the time
 * @param username name for signing in at the time
 */
public record SettingChangeView(
        UUID id,
        String key,
        int version,
        String oldValue,
        String newValue,
        String reason,
        String changedBy,
        String username,
        Instant at) {}
