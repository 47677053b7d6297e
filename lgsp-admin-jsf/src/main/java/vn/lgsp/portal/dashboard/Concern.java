package vn.lgsp.portal.dashboard;

/**
 * Something that is wrong or waits for somebody.
 *
 * @param tone error, attention or running
 * @param text what it is, as a text
 * @param path where it is seen to, inside the portal; null for nowhere
 */
public record Concern(String tone, String text, String path) {}
