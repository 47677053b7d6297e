package vn.lgsp.portal.dashboard;

/**
 * One big figure.
 *
 * @param tone done, attention or error; empty for none
 * @param label what it is, as a text
 * @param value as a text
 * @param hint small text below
 */
public record Kpi(String icon, String tone, String label, String value, String hint) {}
