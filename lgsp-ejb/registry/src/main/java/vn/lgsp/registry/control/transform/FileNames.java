package vn.lgsp.registry.control.transform;

import java.util.Locale;
import java.util.Map;
import vn.lgsp.model.registry.Transformation.Ends;

/** Names of files after they were converted. */
public final class FileNames {
    private static final int LONGEST = 255;
    private static final Map<String, String> ENDINGS = Map.of(
            "application/xml", "xml",
            "text/xml", "xml",
            "application/json", "json",
            "text/csv", "csv",
            "text/plain", "txt",
            "text/html", "html");

    private FileNames() {}

    /** The name of what comes of a file: the same, with the ending of its new media type where that is another one. */
    public static String of(String original, Ends ends) {
        String ending = ending(ends.mediaOut());
        if (ending == null || ends.mediaIn().contains(ends.mediaOut())) {
            return original;
        }
        int dot = original.lastIndexOf('.');
        String stem = dot > 0 ? original.substring(0, dot) : original;
        String name = stem + "." + ending;
        return name.codePointCount(0, name.length()) > LONGEST ? original : name;
    }

    private static String ending(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        int suffix = type.lastIndexOf('+');
        return ENDINGS.getOrDefault(type, suffix > 0 ? ENDINGS.get("application/" + type.substring(suffix + 1)) : null);
    }
}
