package vn.lgsp.client.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a name for a file of this machine out of a name that came from outside: always one plain name inside the wanted directory, and
 * never that of a file that exists.
 */
final class SafeFileName {

    private static final int LONGEST_BYTES = 200;
    private static final int LONGEST_EXTENSION = 20;
    private static final int MOST_NUMBERS = 10_000;
    private static final String FALLBACK = "tep-tin";
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}/\\\\:*?\"<>|]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeFileName() {}

    /**
     * A harmless form of a name: no separators, no control or formatting characters, no dots at its edges, no device name, at most 200
     * bytes of UTF-8 with its extension kept.
     */
    static String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String plain =
                EDGES.matcher(FORBIDDEN.matcher(composed).replaceAll("_")).replaceAll("");
        int dot = plain.lastIndexOf('.');
        boolean hasExtension = dot > 0 && plain.length() - dot <= LONGEST_EXTENSION;
        String extension = hasExtension ? plain.substring(dot) : "";
        String stem = hasExtension ? plain.substring(0, dot) : plain;
        int room = LONGEST_BYTES - bytes(extension);
        while (bytes(stem) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        if (stem.isBlank()) {
            stem = FALLBACK;
        }
        int first = stem.indexOf('.');
        String device = (first < 0 ? stem : stem.substring(0, first)).strip().toLowerCase(Locale.ROOT);
        return (RESERVED.contains(device) ? "_" + stem : stem) + extension;
    }

    /**
     * Reserves a name in a directory by creating an empty file of that name, or of that name with a number.
     *
     * @throws IOException when the directory cannot be written, or holds thousands of files of that name
     */
    static Path reserve(Path directory, String name) throws IOException {
        String safe = of(name);
        int dot = safe.lastIndexOf('.');
        String stem = dot > 0 ? safe.substring(0, dot) : safe;
        String extension = dot > 0 ? safe.substring(dot) : "";
        for (int number = 1; number <= MOST_NUMBERS; number++) {
            String candidate = number == 1 ? safe : stem + " (" + number + ")" + extension;
            try {
                return Files.createFile(inside(directory, candidate));
            } catch (FileAlreadyExistsException taken) {
                // Try the next number; never write into what is there, not even through a link.
            }
        }
        throw new FileAlreadyExistsException(directory.resolve(FALLBACK).toString());
    }

    private static Path inside(Path directory, String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException cannotBeWritten) {
            // The machine's locale knows no Vietnamese: leave the accents away.
            return directory.resolve(withoutAccents(name));
        }
    }

    /** The name in ASCII. */
    static String withoutAccents(String name) {
        String decomposed = Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD);
        return decomposed.replaceAll("\\p{M}+", "").replaceAll("[^ -~]", "_");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
