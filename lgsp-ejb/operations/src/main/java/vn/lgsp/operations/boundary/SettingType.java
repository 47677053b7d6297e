package vn.lgsp.operations.boundary;

/** How a value is written. */
public enum SettingType {
    /** A whole number; the unit is told. */
    NUMBER,
    /** ISO 8601, such as PT30M or P30D. */
    DURATION,
    TEXT,
    /** Several, separated by commas. */
    LIST,
    /** {@code true} or {@code false}. */
    YES_NO,
    /** One of the choices. */
    CODE
}
