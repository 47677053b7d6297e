package vn.lgsp.tests.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param packets how many packets the database gets
 * @param runs how often each page is asked for
 * @param keep whether the home stays for another run
 * @param home a home that an earlier run kept; null for a new one
 */
record Options(long packets, int runs, boolean keep, Path home) {
    static final String USAGE = "bench portal [--packets N] [--quick] [--runs N] [--keep] [--home DIRECTORY]";
    private static final long MANY = 10_000_000;
    private static final long QUICK = 200_000;

    /** Reads the arguments; {@link IllegalArgumentException} for anything else than {@link #USAGE}. */
    static Options of(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("portal")) {
            throw new IllegalArgumentException(USAGE);
        }
        Options options = new Options(MANY, 20, false, null);
        for (int i = 1; i < arguments.size(); i++) {
            options = switch (arguments.get(i)) {
                case "--quick" -> new Options(QUICK, 7, options.keep, options.home);
                case "--keep" -> new Options(options.packets, options.runs, true, options.home);
                case "--packets" -> new Options(number(arguments, ++i), options.runs, options.keep, options.home);
                case "--runs" -> new Options(options.packets, (int) number(arguments, ++i), options.keep, options.home);
                case "--home" -> new Options(options.packets, options.runs, true, Path.of(text(arguments, ++i)));
                default -> throw new IllegalArgumentException(USAGE);
            };
        }
        return options;
    }

    private static long number(List<String> arguments, int i) {
        long number = Long.parseLong(text(arguments, i));
        if (number < 1 || number > 100_000_000) {
            throw new IllegalArgumentException(USAGE);
        }
        return number;
    }

    private static String text(List<String> arguments, int i) {
        if (i >= arguments.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.get(i);
    }
}
