package vn.lgsp.registry.boundary;

/** How far a list of agencies from outside has come. */
public enum ImportState {
    /** Rows are coming in. */
    OPEN,
    CHECKING,
    /** What is wrong and what would change is known; nothing has changed. */
    CHECKED,
    RUNNING,
    DONE,
    /** Stopped by a person, or because whoever ordered it lost the right; what was entered stays. */
    STOPPED
}
