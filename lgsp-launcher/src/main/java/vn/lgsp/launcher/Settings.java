package vn.lgsp.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be told to the launcher, all from the environment ({@code LGSP_*}), each with a default.
 *
 * @param home directory of everything the platform keeps
 * @param httpHost address to listen on
 * @param httpPort port to listen on, 1–65535; asked for as 0, one that was free
 * @param tls the listener for TLS; empty when TLS ends in front of the platform
 * @param publicUrl address under which clients reach the platform, without a slash at the end
 * @param contentDirectory where encrypted content is kept
 * @param masterKeyFile the master key
 * @param database a PostgreSQL of your own, or empty for the embedded one
 * @param databasePort port of the embedded PostgreSQL; empty to choose
 * @param databaseRunAs operating system account of the embedded PostgreSQL when started as root; empty to choose
 * @param node name of this node in histories and logs
 * @param minimumFreeMebibytes free space that a start asks for, in MiB
 * @param readySeconds how long the application may take to become ready, in seconds
 */
public record Settings(
        Path home,
        String httpHost,
        int httpPort,
        Optional<Tls> tls,
        String publicUrl,
        Path contentDirectory,
        Path masterKeyFile,
        Optional<OwnDatabase> database,
        Optional<Integer> databasePort,
        Optional<String> databaseRunAs,
        String node,
        long minimumFreeMebibytes,
        int readySeconds) {

    /** A PostgreSQL that somebody else runs. */
    public record OwnDatabase(String url, String user, String password) {
        /** Without the password: it must not get into a log. */
        @Override
        public String toString() {
            return user + " @ " + url;
        }
    }

    /**
     * The listener that ends TLS in the platform itself and asks for certificates of applications.
     *
     * @param port 1–65535
     * @param trust files in PEM with certificates of further authorities
     * @param keyStore a PKCS#12 file with a key and certificate of the operator's own; empty to have one issued
     * @param keyStorePassword of that file
     */
    public record Tls(String host, int port, List<Path> trust, Optional<Path> keyStore, String keyStorePassword) {
        /** Without the password: it must not get into a log. */
        @Override
        public String toString() {
            return "https://" + reachable(host) + ":" + port;
        }
    }

    private static final int MAX_PORT = 65_535;

    /** The address of this very node, for a client on the same machine. */
    public String nodeUrl() {
        return "http://" + reachable(httpHost) + ":" + httpPort;
    }

    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    /** Reads the environment. */
    public static Settings from(Map<String, String> environment) throws StartFailure {
        return new Reader(environment).read();
    }

    private record Reader(Map<String, String> environment) {

        Settings read() throws StartFailure {
            Path home = Path.of(text("LGSP_HOME", "var")).toAbsolutePath().normalize();
            String host = text("LGSP_HTTP_HOST", "127.0.0.1");
            int port = portOn(host);
            return new Settings(
                    home,
                    host,
                    port,
                    tls(home, host),
                    publicUrl(host, port),
                    home.resolve(text("LGSP_CONTENT_DIR", "content")),
                    home.resolve(text("LGSP_MASTER_KEY_FILE", "keys/master.key")),
                    ownDatabase(),
                    given("LGSP_DB_PORT").isPresent()
                            ? Optional.of(number("LGSP_DB_PORT", 0, 1, MAX_PORT))
                            : Optional.empty(),
                    given("LGSP_DB_RUN_AS"),
                    text("LGSP_NODE", "node1"),
                    number("LGSP_MIN_FREE_MIB", 512, 0, Integer.MAX_VALUE),
                    number("LGSP_READY_SECONDS", 180, 1, 3_600));
        }

        private Optional<Tls> tls(Path home, String httpHost) throws StartFailure {
            int port = number("LGSP_TLS_PORT", 0, 0, MAX_PORT);
            if (port == 0) {
                return Optional.empty();
            }
            return Optional.of(new Tls(
                    text("LGSP_TLS_HOST", httpHost),
                    port,
                    Arrays.stream(text("LGSP_TLS_TRUST", "").split(","))
                            .map(String::strip)
                            .filter(file -> !file.isEmpty())
                            .map(home::resolve)
                            .toList(),
                    given("LGSP_TLS_KEY_STORE").map(home::resolve),
                    text("LGSP_TLS_KEY_STORE_PASSWORD", "")));
        }

        private String publicUrl(String host, int port) throws StartFailure {
            String url = text("LGSP_PUBLIC_URL", "http://" + reachable(host) + ":" + port);
            if (!url.startsWith("http://") && !url.startsWith("https://")) {
                throw new StartFailure(StartError.SETTING_INVALID, "LGSP_PUBLIC_URL", url, "https://lgsp.tinh.gov.vn");
            }
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        }

        /** The port asked for; 0 asks for any that is free. */
        private int portOn(String host) throws StartFailure {
            int port = number("LGSP_HTTP_PORT", 8080, 0, MAX_PORT);
            if (port != 0) {
                return port;
            }
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(host))) {
                return free.getLocalPort();
            } catch (IOException e) {
                throw new StartFailure(e, StartError.HTTP_PORT_TAKEN, host, "0", String.valueOf(e.getMessage()));
            }
        }

        private Optional<OwnDatabase> ownDatabase() throws StartFailure {
            Optional<String> given = given("LGSP_DB_URL");
            if (given.isEmpty()) {
                return Optional.empty();
            }
            String url = given.get().startsWith("postgresql://") ? "jdbc:" + given.get() : given.get();
            // An account inside the address would end up in logs; it has its own settings.
            if (!url.startsWith("jdbc:postgresql://") || url.contains("@") || url.contains("password=")) {
                throw new StartFailure(
                        StartError.SETTING_INVALID,
                        "LGSP_DB_URL",
                        "…",
                        "jdbc:postgresql://db.example:5432/lgsp (LGSP_DB_USER, LGSP_DB_PASSWORD)");
            }
            return Optional.of(new OwnDatabase(url, text("LGSP_DB_USER", "lgsp"), text("LGSP_DB_PASSWORD", "")));
        }

        private int number(String name, int otherwise, int from, int to) throws StartFailure {
            String value = text(name, Integer.toString(otherwise));
            try {
                int number = Integer.parseInt(value);
                if (number >= from && number <= to) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below with the same words as a number out of range.
            }
            throw new StartFailure(StartError.SETTING_INVALID, name, value, from + "–" + to);
        }

        private String text(String name, String otherwise) {
            return given(name).orElse(otherwise);
        }

        private Optional<String> given(String name) {
            return Optional.ofNullable(environment.get(name)).map(String::trim).filter(value -> !value.isEmpty());
        }
    }
}
