package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Hashes and verifies passwords with Argon2id. At most a few at a time: the memory of all of them together stays bounded, whoever knocks.
 *
 * <p>Text is brought to NFC first (RFC 8265, OpaqueString): keyboards differ in how they write Vietnamese letters.
 */
@ApplicationScoped
public class PasswordHasher {
    private static final int LONGEST = 128;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final int waitSeconds;
    private final Semaphore permits;

    /** For the container's proxy. */
    protected PasswordHasher() {
        this(19_456, 2, 1, 1, 1);
    }

    /**
     * Takes the cost from the settings.
     *
     * @param memoryKib {@code lgsp.sso.argon2.memory-kib}: memory of one hash, KiB
     * @param passes {@code lgsp.sso.argon2.passes}
     * @param lanes {@code lgsp.sso.argon2.lanes}
     * @param concurrent {@code lgsp.sso.argon2.concurrent}: hashes computed at the same time
     * @param waitSeconds {@code lgsp.sso.argon2.wait-seconds}: how long a sign-in waits for its turn
     */
    @Inject
    public PasswordHasher(
            @ConfigProperty(name = "lgsp.sso.argon2.memory-kib", defaultValue = "47104") int memoryKib,
            @ConfigProperty(name = "lgsp.sso.argon2.passes", defaultValue = "2") int passes,
            @ConfigProperty(name = "lgsp.sso.argon2.lanes", defaultValue = "1") int lanes,
            @ConfigProperty(name = "lgsp.sso.argon2.concurrent", defaultValue = "2") int concurrent,
            @ConfigProperty(name = "lgsp.sso.argon2.wait-seconds", defaultValue = "5") int waitSeconds) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.waitSeconds = waitSeconds;
        this.permits = new Semaphore(concurrent, true);
    }

    /** Hashes a password with a fresh salt; the result is a PHC string of at most 200 characters. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return inTurn(() -> Argon2id.compute(plain(password), salt, memoryKib, passes, lanes, TAG_BYTES)
                .phc());
    }

    /** A hash that no known password has: its tag is random. For accounts whose owner has yet to choose a password. */
    public String unusable() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] tag = new byte[TAG_BYTES];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(tag);
        return new Argon2id(memoryKib, passes, lanes, salt, tag).phc();
    }

    /**
     * Says whether the password is the one that was hashed. Without a hash it does the same work and says no.
     *
     * @param password may be null, which is wrong
     */
    public boolean verify(String password, Optional<String> phc) {
        boolean possible = password != null && password.length() <= LONGEST;
        String text = possible ? plain(password) : "";
        return inTurn(() -> {
            Argon2id stored = phc.map(Argon2id::parse)
                    .orElseGet(() -> new Argon2id(memoryKib, passes, lanes, new byte[SALT_BYTES], new byte[TAG_BYTES]));
            return stored.matches(text) & phc.isPresent() & possible;
        });
    }

    /** Says whether a hash was made at another cost than the present settings ask for. */
    public boolean outdated(String phc) {
        Argon2id stored = Argon2id.parse(phc);
        return stored.memoryKib() != memoryKib || stored.passes() != passes || stored.lanes() != lanes;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
                throw new LgspException(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
