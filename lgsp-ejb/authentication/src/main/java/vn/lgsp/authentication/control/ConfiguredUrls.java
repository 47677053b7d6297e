package vn.lgsp.authentication.control;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The addresses of this platform as its settings name them; read anew only when the text has changed. */
final class ConfiguredUrls implements Supplier<List<BaseUrl>> {
    private record Read(String text, List<BaseUrl> urls) {}

    private final String first;
    private final Supplier<String> additional;
    private volatile Read last;

    /**
     * Reads the settings once.
     *
     * @param first the public address; empty for none
     * @param additional more addresses, separated by commas; it may give null for none
     * @throws IllegalArgumentException when one of them is no address
     */
    ConfiguredUrls(String first, Supplier<String> additional) {
        this.first = first;
        this.additional = additional;
        last = read(text());
    }

    @Override
    public List<BaseUrl> get() {
        String text = text();
        Read read = last;
        if (!read.text().equals(text)) {
            read = read(text);
            last = read;
        }
        return read.urls();
    }

    private String text() {
        String more = additional.get();
        return more == null ? "" : more;
    }

    private Read read(String text) {
        return new Read(
                text,
                Stream.concat(Stream.of(first), Arrays.stream(text.split(",")))
                        .filter(url -> !url.isBlank())
                        .map(BaseUrl::parse)
                        .distinct()
                        .toList());
    }
}
