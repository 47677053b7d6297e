package vn.lgsp.launcher.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;

/**
 * The directory that the build makes: {@code lgsp.ear}, {@code runtime} and {@code lib}, with this class in a JAR of the
 * last.
 */
public record Distribution(Path root) {

    /** Finds it from where this class was loaded. */
    public static Distribution ofThisProgram() throws StartFailure {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Distribution distribution =
                    new Distribution(jar.toAbsolutePath().getParent().getParent());
            distribution.require(distribution.ear());
            distribution.require(distribution.bootJar());
            return distribution;
        } catch (URISyntaxException e) {
            throw new StartFailure(e, StartError.DISTRIBUTION_INCOMPLETE, "lib");
        }
    }

    /** The application; another one than the build's own where {@code LGSP_EAR} names it, as the tests inside the container do. */
    public Path ear() {
        String other = System.getenv("LGSP_EAR");
        return other == null || other.isBlank() ? root.resolve("lgsp.ear") : Path.of(other);
    }

    /** Payara Micro, unpacked. */
    public Path runtime() {
        return root.resolve("runtime");
    }

    public Path lib() {
        return root.resolve("lib");
    }

    /** The client library and its command line. */
    public Path client() {
        return root.resolve("client");
    }

    Path bootJar() {
        return runtime().resolve("launch-micro.jar");
    }

    private void require(Path file) throws StartFailure {
        if (!Files.exists(file)) {
            throw new StartFailure(StartError.DISTRIBUTION_INCOMPLETE, file);
        }
    }
}
