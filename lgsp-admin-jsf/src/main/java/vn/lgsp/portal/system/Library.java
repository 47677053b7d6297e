package vn.lgsp.portal.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A work of others that the distribution carries.
 *
 * @param files how the names of its files in the application begin, separated by blanks; empty when it is none of them
 * @param licence SPDX expression
 */
public record Library(String name, String files, String licence) {

    /** All of them, by name. */
    static List<Library> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Library.class.getResourceAsStream("/vn/lgsp/portal/libraries.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .map(parts -> new Library(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
