package vn.lgsp.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.crypto.certificate.CertificateAuthority;
import vn.lgsp.crypto.certificate.StoredAuthority;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.Settings;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Trees;
import vn.lgsp.launcher.database.DatabaseAccess;
import vn.lgsp.launcher.database.DatabaseCheck;

/**
 * Keys of the listener for TLS, made anew at each start: its own key and certificate, issued by the platform's authority or brought by the
 * operator, and whose certificates of clients it accepts. They lie in a directory of the owner's, under a password that only this process
 * knows.
 */
public final class ListenerKeys {

    /** No node runs so long without a new start. */
    private static final Duration LIFE = Duration.ofDays(730);

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "lgsp";
    private static final int PASSWORD_BYTES = 24;
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private ListenerKeys() {}

    /** A key with its chain, its own certificate first. */
    private record Own(PrivateKey key, Certificate[] chain) {}

    /**
     * Writes the stores and tells the server their password.
     *
     * @param directory where; emptied first
     * @param database with its schema up to date; the authority is made in it when there is none
     */
    public static void prepare(Settings.Tls tls, Settings settings, Path directory, DatabaseAccess database)
            throws StartFailure {
        CertificateAuthority authority = authority(settings, database);
        Own own = tls.keyStore().isPresent()
                ? brought(tls.keyStore().get(), tls.keyStorePassword())
                : issued(authority, hosts(tls, settings));
        String password = password();
        try {
            Trees.delete(directory);
            Home.createPrivate(directory);
            KeyStore keys = empty();
            keys.setKeyEntry(ALIAS, own.key(), password.toCharArray(), own.chain());
            store(keys, directory.resolve("keys.p12"), password);
            KeyStore trusted = empty();
            trusted.setCertificateEntry(ALIAS, authority.certificate());
            for (Path file : tls.trust()) {
                for (Certificate certificate : certificates(file)) {
                    trusted.setCertificateEntry(file.getFileName() + "-" + trusted.size(), certificate);
                }
            }
            store(trusted, directory.resolve("trust.p12"), password);
        } catch (IOException e) {
            throw StartFailure.ofWriting(directory, e);
        } catch (GeneralSecurityException e) {
            throw new StartFailure(e, StartError.UNEXPECTED, e.toString());
        }
        System.setProperty("lgsp.tls.password", password);
    }

    private static CertificateAuthority authority(Settings settings, DatabaseAccess database) throws StartFailure {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            CertificateAuthority authority = StoredAuthority.ensure(
                            connection, FileKeyVault.open(settings.masterKeyFile()), UUID.randomUUID(), Instant.now())
                    .authority();
            connection.commit();
            return authority;
        } catch (SQLException e) {
            throw DatabaseCheck.failure(database, e);
        }
    }

    private static Own issued(CertificateAuthority authority, List<String> hosts) {
        var keys = CertificateAuthority.newKeys();
        return new Own(keys.getPrivate(), new Certificate[] {
            authority.issueServer(keys.getPublic(), hosts, Instant.now(), LIFE), authority.certificate()
        });
    }

    private static Own brought(Path file, String password) throws StartFailure {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password.toCharArray());
                if (key instanceof PrivateKey found && store.getCertificateChain(alias) != null) {
                    return new Own(found, store.getCertificateChain(alias));
                }
            }
            throw new StartFailure(StartError.TLS_FILE_INVALID, file, "no key");
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(e, StartError.TLS_FILE_INVALID, file, String.valueOf(e.getMessage()));
        }
    }

    private static Iterable<? extends Certificate> certificates(Path file) throws StartFailure {
        try (InputStream in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new StartFailure(StartError.TLS_FILE_INVALID, file, "no certificate");
            }
            return found;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(e, StartError.TLS_FILE_INVALID, file, String.valueOf(e.getMessage()));
        }
    }

    /** Under which names and addresses the listener is called. */
    private static List<String> hosts(Settings.Tls tls, Settings settings) {
        Set<String> hosts = new LinkedHashSet<>();
        String known = URI.create(settings.publicUrl()).getHost();
        if (known != null) {
            hosts.add(known);
        }
        if (!ANY_ADDRESS.contains(tls.host())) {
            hosts.add(tls.host());
        }
        hosts.add("localhost");
        hosts.add("127.0.0.1");
        return List.copyOf(hosts);
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        return store;
    }

    private static void store(KeyStore store, Path file, String password) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static String password() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
