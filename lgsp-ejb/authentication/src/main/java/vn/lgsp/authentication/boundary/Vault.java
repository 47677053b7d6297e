package vn.lgsp.authentication.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.FileKeyVault;
import vn.lgsp.crypto.KeyVault;

/** The master key of this platform; other modules have it injected as {@link KeyVault}. Without it the platform does not start. */
@Singleton
@Startup
@Local(KeyVault.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Vault implements KeyVault {

    /** Where the key lies; by default {@code keys/master.key} under {@code lgsp.home}. */
    @Inject
    @ConfigProperty(name = "lgsp.master.key.file")
    private Optional<String> file;

    /** The platform's directory. */
    @Inject
    @ConfigProperty(name = "lgsp.home", defaultValue = "var")
    private String home;

    private KeyVault vault;

    @PostConstruct
    void open() {
        vault = FileKeyVault.open(
                file.filter(name -> !name.isBlank()).map(Path::of).orElse(Path.of(home, "keys", "master.key")));
    }

    @Override
    public String masterKeyId() {
        return vault.masterKeyId();
    }

    @Override
    public byte[] wrap(byte[] plaintext, String context) {
        return vault.wrap(plaintext, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        return vault.unwrap(wrapped, context);
    }

    @Override
    public Optional<byte[]> tryUnwrap(byte[] wrapped, String context) {
        return vault.tryUnwrap(wrapped, context);
    }
}
