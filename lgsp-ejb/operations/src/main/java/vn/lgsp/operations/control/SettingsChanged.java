package vn.lgsp.operations.control;

/** Told when a setting was changed; whoever cares for what is durable watches {@code AFTER_SUCCESS}. */
public record SettingsChanged(String key) {}
