package vn.lgsp.reporting.boundary;

/**
 * How applications are connected at this moment (Điều 5.9).
 *
 * @param applications active ones
 * @param online of these, connected now
 * @param neverConnected of these, never connected yet
 * @param missed not connected, although packets wait for them
 * @param keysExpiring access keys in use that end within 30 days
 */
public record ConnectionFigures(long applications, long online, long neverConnected, long missed, long keysExpiring) {}
