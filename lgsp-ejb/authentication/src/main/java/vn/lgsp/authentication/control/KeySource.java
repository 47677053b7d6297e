package vn.lgsp.authentication.control;

import java.util.Optional;

/** Where the verification finds keys. */
interface KeySource {

    /** The key if it was {@link #remember remembered} a moment ago; costs next to nothing. */
    Optional<StoredKey> remembered(String accessKey);

    /** The key from the database; one look-up whether it exists or not. */
    Optional<StoredKey> read(String accessKey);

    /** Keeps a key at hand for a few seconds. */
    void remember(StoredKey key);
}
