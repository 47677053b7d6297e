package vn.lgsp.operations.boundary;

/** What a setting is about, in the order in which people see the groups. */
public enum SettingGroup {
    /** Names of the province and of the agency that manages the platform. */
    NAMES,
    /** Who may connect. */
    NETWORK,
    /** Packets, spaces and deliveries. */
    PACKETS,
    /** Signatures, keys and sessions of applications. */
    APPLICATIONS,
    /** Statistics and reports. */
    STATISTICS,
    /** Accounts of people. */
    ACCOUNTS,
    /** Mail that the platform sends. */
    MAIL,
    /** What only the environment says, once at the start. */
    START,
    /** What the first steps wrote down. */
    FIRST_RUN
}
