package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Trees;

/**
 * PostgreSQL's programs, unpacked once per version into {@code <home>/postgresql/bin-<version>}.
 *
 * @param directory where {@code bin}, {@code lib} and {@code share} lie
 * @param version full version, {@code 17.11.0}
 */
record Binaries(Path directory, String version) {

    private static final int TAR_TIMEOUT_SECONDS = 300;

    /** Unpacks them when that has not been done. */
    static Binaries unpackInto(Path postgresql) throws StartFailure {
        String version = bundledVersion();
        Path directory = postgresql.resolve("bin-" + version);
        if (!Files.isDirectory(directory)) {
            unpack(directory);
        }
        return new Binaries(directory, version);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** The first number of the version, which the data directory must have too. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static void unpack(Path directory) throws StartFailure {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        URL resource = Binaries.class.getResource(archiveOfThisMachine());
        if (resource == null) {
            throw new StartFailure(StartError.DISTRIBUTION_INCOMPLETE, archiveOfThisMachine());
        }
        try (InputStream archive = unshared(resource)) {
            Trees.delete(unfinished);
            Home.createPrivate(unfinished);
            untar(archive, unfinished);
            // Appears whole or not at all: a start that was cut off leaves nothing that looks complete.
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartFailure.ofWriting(directory, e);
        }
    }

    /** The application server, which boots at the same time, closes JARs that it finds in the cache of the JVM. */
    private static InputStream unshared(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    /** The tar of the system keeps links and permissions, and is on every Linux. */
    private static void untar(InputStream xz, Path target) throws IOException {
        Process tar = new ProcessBuilder(List.of("tar", "-x", "-C", target.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        IOException broken = null;
        try (OutputStream in = tar.getOutputStream();
                XZInputStream bytes = new XZInputStream(xz)) {
            bytes.transferTo(in);
        } catch (IOException e) {
            // tar gave up; its own words say why.
            broken = e;
        }
        String said = new String(tar.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        try {
            boolean ended = tar.waitFor(TAR_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!ended || tar.exitValue() != 0 || broken != null) {
                tar.destroyForcibly();
                throw new IOException(said.isEmpty() ? String.valueOf(broken) : said, broken);
            }
        } catch (InterruptedException e) {
            tar.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String archiveOfThisMachine() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        return "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static String bundledVersion() throws StartFailure {
        try (InputStream in = Binaries.class.getResourceAsStream("/vn/lgsp/launcher/build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("postgresql.version");
        } catch (IOException | NullPointerException e) {
            throw new StartFailure(e, StartError.DISTRIBUTION_INCOMPLETE, "build.properties");
        }
    }
}
