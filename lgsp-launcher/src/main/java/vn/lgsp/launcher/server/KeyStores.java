package vn.lgsp.launcher.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * The key stores that the server asks for. It has no key of its own, because TLS ends in front of it, and trusts whom this
 * machine's Java trusts.
 */
final class KeyStores {

    /** Of stores that hold nothing secret; the server wants to be told one. */
    private static final String PASSWORD = "changeit";

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final List<String> OF_JAVA = List.of("jssecacerts", "cacerts");

    private KeyStores() {}

    /** Makes an empty store of keys and names the store of trusted authorities, unless the operator has named one. */
    static void prepare(Path configuration) throws IOException {
        Path empty = configuration.resolve("keystore.p12");
        try (OutputStream out = Files.newOutputStream(empty)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        if (System.getProperty(TRUST_STORE) == null) {
            Path security = Path.of(System.getProperty("java.home"), "lib", "security");
            OF_JAVA.stream()
                    .map(security::resolve)
                    .filter(Files::isReadable)
                    .findFirst()
                    .ifPresent(store -> System.setProperty(TRUST_STORE, store.toString()));
        }
    }
}
