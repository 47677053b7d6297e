package vn.lgsp.tests.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What a browser fetches for a page the first time.
 *
 * @param html bytes of the page, gzip
 * @param scripts bytes of all scripts, gzip
 * @param styles bytes of all style sheets, gzip
 * @param fonts bytes of the fonts that the style sheets name, as they are
 * @param requests the page, scripts, style sheets and fonts together
 */
record Weight(long html, long scripts, long styles, long fonts, int requests) {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");
    private static final Pattern STYLE = Pattern.compile("<link[^>]*\\shref=\"([^\"]+\\.css[^\"]*)\"");
    private static final Pattern FONT = Pattern.compile("url\\([\"']?([^\"')]+\\.woff2[^\"')]*)");

    /** Fetches a page and all that belongs to it. */
    static Weight of(Visitor visitor, String path) {
        String page = Visitor.text(visitor.open(path));
        Set<String> fonts = new LinkedHashSet<>();
        Set<String> styles = found(STYLE, page);
        Set<String> scripts = found(SCRIPT, page);
        long css = 0;
        for (String style : styles) {
            Visitor.Seen seen = visitor.open(style);
            css += packed(seen.body());
            for (String font : found(FONT, Visitor.text(seen))) {
                fonts.add(java.net.URI.create(style).resolve(font).toString());
            }
        }
        return new Weight(
                packed(page.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                scripts.stream()
                        .mapToLong(script -> packed(visitor.open(script).body()))
                        .sum(),
                css,
                fonts.stream()
                        .mapToLong(font -> visitor.open(font).body().length)
                        .sum(),
                1 + styles.size() + scripts.size() + fonts.size());
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    private static long packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.size();
    }
}
