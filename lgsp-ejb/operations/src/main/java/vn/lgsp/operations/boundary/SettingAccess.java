package vn.lgsp.operations.boundary;

/** Who changes a setting, and when it counts. */
public enum SettingAccess {
    /** Administrators, here; counts on all nodes within seconds. */
    RUNNING,
    /** Whoever runs the server, in its environment; counts after a restart. */
    START,
    /** The first steps of a new platform. */
    FIRST_RUN
}
