package vn.lgsp.tests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real S3 server in a process of its own, with one empty bucket whose objects lie as files on disk. */
public final class S3Server implements AutoCloseable {
    /** The keys that it takes; the secret is searched for in logs, so that nothing else is called like it. */
    public static final String ACCESS_KEY = "lgsp-tests";

    public static final String SECRET_KEY = "bi-mat-cua-kho-s3-0c1f6b";
    public static final String BUCKET = "noi-dung";

    private final Path directory = Repository.newDirectory("s3");
    private final int port = Ports.free();
    private Process process;

    private S3Server() {}

    /** Started; it answers when this returns. */
    public static S3Server start() {
        S3Server server = new S3Server();
        try {
            Files.createDirectories(server.bucket());
            Files.write(
                    server.settings(),
                    List.of(
                            "s3proxy.authorization=aws-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "s3proxy.endpoint=" + server.endpoint(),
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.identity=" + ACCESS_KEY,
                            "jclouds.credential=" + SECRET_KEY,
                            "jclouds.filesystem.basedir=" + server.directory.resolve("data")),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.restart();
        return server;
    }

    /** Starts it again, at the same address, on the same objects. */
    public void restart() {
        Path program = Repository.root().resolve("lgsp-tests/target/s3-server.jar");
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-Xmx96m",
                            "-XX:+UseSerialGC",
                            "-jar",
                            program.toString(),
                            "--properties",
                            settings().toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the S3 server")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the S3 server ended, see " + directory);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What tells a platform to keep its content here, as environment variables. */
    public Map<String, String> environment() {
        return Map.of(
                "LGSP_CONTENT_STORE",
                "s3",
                "LGSP_CONTENT_S3_ENDPOINT",
                endpoint().toString(),
                "LGSP_CONTENT_S3_BUCKET",
                BUCKET,
                "LGSP_CONTENT_S3_ACCESS_KEY",
                ACCESS_KEY,
                "LGSP_CONTENT_S3_SECRET_KEY",
                SECRET_KEY,
                "LGSP_CONTENT_S3_TIMEOUT_SECONDS",
                "2");
    }

    /** The objects of the platform, as files. */
    public Blobs blobs() {
        return new Blobs(bucket());
    }

    /** Everything in the bucket, unfinished uploads too. */
    public Path bucket() {
        return directory.resolve("data").resolve(BUCKET);
    }

    private Path settings() {
        return directory.resolve("server.properties");
    }

    /** Stops it; the objects stay. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
