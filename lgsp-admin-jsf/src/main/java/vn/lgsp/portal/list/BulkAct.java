package vn.lgsp.portal.list;

/**
 * Something that can be done to many rows at once, as a job in the background.
 *
 * @param kind the kind of job, {@code users.lock}
 * @param label key of the button's text
 * @param dangerous whether the button warns by its colour; a reason is asked for anyway
 */
public record BulkAct(String kind, String label, boolean dangerous) {}
