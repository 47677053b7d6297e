package vn.lgsp.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vn.lgsp.client.sample.SampleDocument;
import vn.lgsp.client.signing.ContentDigest;

/** Writes a document to try things out with. */
@Command(name = "sample", sortOptions = false)
final class SampleCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Parameters(paramLabel = "edxml", descriptionKey = "sample.kind")
    private String kind;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "sample.out")
    private Path file;

    @Override
    public Integer call() {
        if (!kind.equals("edxml")) {
            throw new UsageException(root.texts(), "sample", kind);
        }
        if (Files.exists(file)) {
            throw new UsageException(root.texts(), "exists", file.toString());
        }
        root.step(
                Step.of("sample"),
                () -> {
                    SampleDocument.write(file);
                    return ContentDigest.of(file);
                },
                digest -> Step.of("sample")
                        .with(Step.PATH, file.toString())
                        .with(Step.BYTES, root.attempt("sample", () -> Files.size(file)))
                        .with(Step.DIGEST, digest));
        return ExitCode.OK;
    }
}
