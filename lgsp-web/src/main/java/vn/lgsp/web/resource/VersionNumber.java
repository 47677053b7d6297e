package vn.lgsp.web.resource;

/** The number of a version in an address: 1–9999. */
public record VersionNumber(int value) {
    private static final int MOST = 9999;

    /** Reads one; what is none is refused as an invalid field. */
    public static VersionNumber valueOf(String text) {
        return new VersionNumber(Required.number("version", text, 1, MOST));
    }
}
