package vn.lgsp.routing.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the S3-compatible store is and who the platform is there. The secret key is known to the environment or to a file, and shown nowhere. */
@Dependent
public class S3Settings {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.endpoint")
    private Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.region", defaultValue = "us-east-1")
    private String region;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.bucket")
    private Optional<String> bucket;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.prefix", defaultValue = "content/")
    private String prefix;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.path-style", defaultValue = "true")
    private boolean pathStyle;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.timeout.seconds", defaultValue = "30")
    private int timeoutSeconds;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.credentials.file")
    private Optional<String> credentialsFile;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.access-key")
    private Optional<String> accessKey;

    @Inject
    @ConfigProperty(name = "lgsp.content.s3.secret-key")
    private Optional<String> secretKey;

    /**
     * What the client is made of.
     *
     * @param prefix what every name in the bucket begins with; may be empty
     * @param timeout for the connection and for each silence on it
     */
    public record Place(
            URI endpoint,
            String region,
            String bucket,
            String prefix,
            boolean pathStyle,
            Duration timeout,
            String accessKey,
            String secretKey) {
        /** Without the secret: it must not get into a log. */
        @Override
        public String toString() {
            return endpoint + "/" + bucket + "/" + prefix;
        }
    }

    /**
     * What was chosen.
     *
     * @throws IllegalStateException naming what is missing or unsafe
     */
    public Place place() {
        Properties file = credentialsFile.map(name -> read(Path.of(name))).orElseGet(Properties::new);
        return new Place(
                URI.create(required(endpoint, "lgsp.content.s3.endpoint")),
                region,
                required(bucket, "lgsp.content.s3.bucket"),
                prefix,
                pathStyle,
                Duration.ofSeconds(timeoutSeconds),
                credential(file, "access-key", accessKey),
                credential(file, "secret-key", secretKey));
    }

    private static String credential(Properties file, String name, Optional<String> environment) {
        return required(Optional.ofNullable(file.getProperty(name)).or(() -> environment), "lgsp.content.s3." + name);
    }

    private static String required(Optional<String> value, String name) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalStateException("The S3 content store needs the setting " + name + "."));
    }

    /** Two lines, {@code access-key=…} and {@code secret-key=…}, that nobody but the platform's own account may read. */
    static Properties read(Path file) {
        Properties properties = new Properties();
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
                throw new IllegalStateException(file + " can be read by others; its mode has to be 600.");
            }
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                properties.load(in);
            }
            return properties;
        } catch (FileSystemException e) {
            throw new IllegalStateException(file + " with the credentials of the S3 content store cannot be read.", e);
        } catch (IOException | IllegalArgumentException e) {
            // What is in the file is not told: it may be the secret.
            throw new IllegalStateException(file + " with the credentials of the S3 content store is not well-formed.");
        }
    }
}
