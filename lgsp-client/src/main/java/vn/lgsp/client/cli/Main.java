package vn.lgsp.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.transport.Texts;

/** Entry point of the command line. */
public final class Main {

    private final Texts texts;
    private final Root root;
    private final Output early;
    private final CommandLine commandLine;

    private Main(PrintStream out, PrintStream err, Locale locale, boolean json) {
        texts = new Texts("vn.lgsp.client.cli.Messages", locale);
        root = new Root(out, err, texts);
        early = new Output(out, err, json, texts);
        commandLine = new CommandLine(root)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setResourceBundle(texts.bundle())
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34)
                .setParameterExceptionHandler((wrong, arguments) -> mistake(wrong))
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure));
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments see {@code lgsp --help}
     */
    public static void main(String[] arguments) {
        // UTF-8 whatever the machine's locale says: scripts read these lines, and terminals of today expect it.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /**
     * Runs a command.
     *
     * @param out for results
     * @param err for what went wrong, unless it goes to {@code out} as JSON
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        // Mistakes in the arguments are to be told in the language and the form that the arguments ask for.
        boolean json = Arrays.asList(arguments).contains("--json");
        int code = new Main(out, err, language(arguments), json).commandLine.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static Locale language(String[] arguments) {
        String wanted = "vi";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                wanted = arguments[i].substring("--lang=".length());
            } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                wanted = arguments[i + 1];
            }
        }
        return wanted.equals("en")
                ? Locale.ENGLISH
                : new Locale.Builder().setLanguage("vi").build();
    }

    private int mistake(ParameterException wrong) {
        LgspException failure = new UsageException(texts, "arguments", describe(wrong), name(wrong.getCommandLine()));
        early.failure("usage", failure);
        return ExitCode.USAGE;
    }

    private String describe(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.text("arguments.unmatched", String.join(" ", unmatched.getUnmatched()));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            List<ArgSpec> specs = missing.getMissing();
            return texts.text(
                    "arguments.missing", specs.stream().map(Main::label).collect(Collectors.joining(", ")));
        }
        if (wrong.getArgSpec() != null) {
            return texts.text("arguments.value", label(wrong.getArgSpec()), String.valueOf(wrong.getValue()));
        }
        return texts.text("arguments.command");
    }

    private int failed(Exception failure) {
        if (failure instanceof StepFailedException step) {
            root.output().failure(step.step(), step.failure());
            return ExitCode.of(step.failure());
        }
        if (failure instanceof LgspException early) {
            root.output().failure("usage", early);
            return ExitCode.of(early);
        }
        root.output().failure("internal", new UsageException(texts, "internal", failure.toString()));
        System.getLogger(Main.class.getName()).log(System.Logger.Level.DEBUG, "Internal error", failure);
        return ExitCode.FAILED;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static String label(ArgSpec spec) {
        return spec.isOption() ? ((CommandLine.Model.OptionSpec) spec).longestName() : spec.paramLabel();
    }
}
