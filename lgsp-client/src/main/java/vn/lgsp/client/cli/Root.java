package vn.lgsp.client.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspClientBuilder;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.model.ItemProblem;
import vn.lgsp.client.transport.Texts;

/** Options that every command has, and what the commands share. */
@Command(
        name = "lgsp",
        sortOptions = false,
        subcommands = {
            SendCommand.class,
            ListenCommand.class,
            InboxCommand.class,
            StatusCommand.class,
            JourneyCommand.class,
            ReceiptCommand.class,
            CancelCommand.class,
            AgenciesCommand.class,
            TimeCommand.class,
            SignCommand.class,
            DoctorCommand.class,
            SampleCommand.class
        })
final class Root {

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            descriptionKey = "option.credentials",
            scope = ScopeType.INHERIT)
    private Path credentialsFile;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "option.endpoint", scope = ScopeType.INHERIT)
    private URI endpoint;

    @Option(names = "--plain-http", descriptionKey = "option.plain-http", scope = ScopeType.INHERIT)
    private boolean plainHttp;

    @Option(names = "--json", descriptionKey = "option.json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "option.lang", scope = ScopeType.INHERIT)
    private String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help",
            scope = ScopeType.INHERIT)
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;
    private final Texts texts;

    Root(PrintStream out, PrintStream err, Texts texts) {
        this.out = out;
        this.err = err;
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    Output output() {
        return new Output(out, err, json, texts);
    }

    /**
     * Who asks, and where: the file that was named, or the one named by {@code LGSP_CREDENTIALS}, or the one in the user's
     * configuration.
     */
    Credentials credentials() {
        Path file = credentialsFile;
        if (file == null && System.getenv("LGSP_CREDENTIALS") != null) {
            file = Path.of(System.getenv("LGSP_CREDENTIALS"));
        }
        if (file == null) {
            file = Path.of(System.getProperty("user.home"), ".config", "lgsp", "credentials.json");
        }
        Credentials stored = Credentials.load(file, texts);
        return endpoint == null
                ? stored
                : new Credentials(endpoint, stored.accessKey(), stored.secret(), stored.agency());
    }

    /** A client with the credentials. */
    LgspClient client() {
        Credentials credentials = credentials();
        return client(credentials.endpoint(), credentials.accessKey(), credentials.secret());
    }

    /** A client for public operations: with {@code --endpoint} no credentials are needed. */
    LgspClient publicClient() {
        return endpoint == null ? client() : client(endpoint, "none", "none");
    }

    /** Does one step and says how long it took. */
    <T> T step(Step step, Callable<T> work, Function<T, Step> described) {
        long start = System.nanoTime();
        T result = attempt(step.name(), work);
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        Step about = described.apply(result);
        Step timed = step.with(Step.MILLISECONDS, milliseconds);
        for (var member : about.members().entrySet()) {
            timed = timed.with(member.getKey(), member.getValue());
        }
        output().step(timed);
        return result;
    }

    /** Does something of which only a failure is to be told. */
    <T> T attempt(String step, Callable<T> work) {
        try {
            return work.call();
        } catch (LgspException failure) {
            throw new StepFailedException(step, failure);
        } catch (IOException failure) {
            throw new StepFailedException(step, new LocalFailureException(texts, failure));
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says why one item of a request for many was refused, and returns the exit code for it. */
    int refused(String step, int status, ItemProblem problem) {
        RefusedException refusal = new RefusedException(
                status, problem.code(), problem.detail(), problem.fix(), null, problem.retry(), problem.errors());
        output().failure(step, refusal);
        return ExitCode.of(refusal);
    }

    private LgspClient client(URI uri, String accessKey, String secret) {
        try {
            Locale locale = texts.locale();
            LgspClientBuilder builder =
                    LgspClient.builder(uri, accessKey, secret).language(locale);
            return (plainHttp ? builder.allowPlainHttp() : builder).build();
        } catch (IllegalArgumentException unusable) {
            throw new UsageException(texts, "endpoint", uri.toString());
        }
    }
}
