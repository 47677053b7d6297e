package vn.lgsp.tests.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie: the repository with what its build has made, and the working directory of the tests. */
public final class Repository {

    private Repository() {}

    /** The root of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("lgsp.root", "..")).toAbsolutePath().normalize();
    }

    /** The distribution that this very build has made. */
    public static Path distribution() {
        return root().resolve("lgsp-launcher/target/dist");
    }

    /** The reviewed contract. */
    public static Path contract() {
        return root().resolve("lgsp-web/src/main/webapp/openapi.yaml");
    }

    /** A new, empty directory under the working directory of the tests. */
    public static Path newDirectory(String name) {
        try {
            Path work = Path.of(System.getProperty("lgsp.work", "target/work")).toAbsolutePath();
            Files.createDirectories(work);
            return Files.createTempDirectory(work, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
