package vn.lgsp.model.policy;

/** Who decides on a packet that its destination does not take. */
public enum Decider {
    /** The source: the packet waits for it until its time is over. */
    SOURCE,
    /** The platform: once the announcements are used up the delivery expires by itself. */
    PLATFORM
}
