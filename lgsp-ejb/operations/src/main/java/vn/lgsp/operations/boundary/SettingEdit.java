package vn.lgsp.operations.boundary;

/**
 * A change that a person wants.
 *
 * @param value the new value; null for back to the default
 * @param reason why, 1–500 characters
 * @param version of the setting when the person looked
 * @param remoteAddress where the person is, so that nobody locks out the own address; may be null
 */
public record SettingEdit(String key, String value, String reason, int version, String remoteAddress) {}
