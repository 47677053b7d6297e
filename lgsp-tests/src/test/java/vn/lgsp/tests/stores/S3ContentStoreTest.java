package vn.lgsp.tests.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.model.Ids;
import vn.lgsp.routing.control.BlobLocks;
import vn.lgsp.routing.control.ContentStore;
import vn.lgsp.routing.control.S3ContentStore;
import vn.lgsp.routing.control.S3Settings;
import vn.lgsp.routing.control.StoreUnavailableException;
import vn.lgsp.tests.platform.S3Server;

@DisplayName("Content in an S3-compatible store")
class S3ContentStoreTest extends ContentStoreContract {
    private final S3Server server = S3Server.start();
    private final Locks locks = new Locks();
    private final S3ContentStore store = new S3ContentStore(place(S3Server.BUCKET, S3Server.SECRET_KEY), locks);

    @AfterAll
    void stop() {
        store.close();
        server.close();
    }

    @Override
    ContentStore store() {
        return store;
    }

    @Override
    void takeAway() {
        server.stop();
    }

    @Override
    void bringBack() {
        server.restart();
    }

    private S3Settings.Place place(String bucket, String secretKey) {
        return place(server.endpoint(), bucket, secretKey);
    }

    private static S3Settings.Place place(URI endpoint, String bucket, String secretKey) {
        return new S3Settings.Place(
                endpoint, "us-east-1", bucket, "content/", true, Duration.ofSeconds(5), S3Server.ACCESS_KEY, secretKey);
    }

    @Test
    @DisplayName("another node may not write while this one does")
    void otherNode() throws IOException {
        UUID id = Ids.next();
        try (S3ContentStore other = new S3ContentStore(place(S3Server.BUCKET, S3Server.SECRET_KEY), locks)) {
            try (ContentStore.Growing mine = store.begin(id)) {
                assertThat(other.resume(id)).isEmpty();
                write(mine.channel(), bytes(10));
                mine.force();
            }
            try (ContentStore.Growing theirs = other.resume(id).orElseThrow()) {
                assertThat(theirs.channel().size()).isEqualTo(10);
                theirs.commit();
            }
        }
        assertThat(read(id)).isEqualTo(bytes(10));
        store.delete(id);
    }

    @Test
    @DisplayName("whoever has lost the lock without knowing it harms nothing that his successor wrote")
    void lockLost() throws IOException {
        UUID id = Ids.next();
        byte[] bytes = bytes(200);
        ContentStore.Growing stale = store.begin(id);
        write(stale.channel(), Arrays.copyOf(bytes, 50));
        stale.force();
        write(stale.channel(), new byte[70]);
        locks.loseAll();
        try (ContentStore.Growing successor = resumed(id)) {
            write(successor.channel(), Arrays.copyOfRange(bytes, 50, 200));
            successor.force();
            assertThatThrownBy(stale::force).isInstanceOf(StoreUnavailableException.class);
            stale.close();
            successor.commit();
        }
        assertThat(read(id)).isEqualTo(bytes);
        resumed(id).close();
        store.delete(id);
    }

    @Test
    @DisplayName("two pieces for one place are damage and not a choice")
    void twoForOnePlace() throws IOException {
        UUID id = Ids.next();
        try (ContentStore.Growing begun = store.begin(id)) {
            write(begun.channel(), bytes(50));
            begun.force();
        }
        var folder = server.bucket().resolve("content").resolve(id.toString());
        Files.write(folder.resolve("0000000000000000-ffffffff"), bytes(60));
        assertThatThrownBy(() -> store.resume(id)).isInstanceOf(ContentCorruptedException.class);
        store.delete(id);
    }

    @Test
    @DisplayName("a piece that is missing makes the blob shorter, and nothing is read in its place")
    void missingPiece() throws IOException {
        UUID id = Ids.next();
        try (ContentStore.Growing begun = store.begin(id)) {
            write(begun.channel(), bytes(50));
            begun.force();
            write(begun.channel(), bytes(60));
            begun.force();
            write(begun.channel(), bytes(70));
            begun.commit();
        }
        var folder = server.bucket().resolve("content").resolve(id.toString());
        try (var pieces = Files.list(folder)) {
            Files.delete(pieces.filter(piece -> piece.getFileName().toString().startsWith("0000000000000032-"))
                    .findFirst()
                    .orElseThrow());
        }
        try (SeekableByteChannel channel = store.open(id)) {
            assertThat(channel.size()).isEqualTo(50);
        }
        store.delete(id);
    }

    @Test
    @DisplayName("without its bucket, or with a wrong key, the store is away: no blob is called missing")
    void notReachable() throws IOException {
        UUID id = Ids.next();
        stored(id, bytes(5));
        for (S3Settings.Place wrong :
                new S3Settings.Place[] {place("khong-co", S3Server.SECRET_KEY), place(S3Server.BUCKET, "sai")}) {
            try (S3ContentStore other = new S3ContentStore(wrong, locks)) {
                assertThatThrownBy(() -> other.open(id))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageNotContaining(S3Server.SECRET_KEY);
                assertThatThrownBy(other::check).isInstanceOf(StoreUnavailableException.class);
            }
        }
        store.delete(id);
    }

    @Test
    @DisplayName("objects that are not the store's are left alone")
    void strangers() throws IOException {
        var stranger = server.bucket().resolve("content").resolve("readme.txt");
        Files.createDirectories(stranger.getParent());
        Files.writeString(stranger, "x");
        all();
        assertThat(stranger).exists();
        Files.delete(stranger);
    }

    @Test
    @DisplayName("the secret key is not told together with the place")
    void secret() {
        assertThat(place(S3Server.BUCKET, S3Server.SECRET_KEY).toString()).doesNotContain(S3Server.SECRET_KEY);
    }

    /** The locks of all nodes, which can be lost at once as with a session of the database that ends. */
    private static final class Locks implements BlobLocks {
        private final Set<UUID> held = new HashSet<>();
        private int session;

        synchronized void loseAll() {
            held.clear();
            session++;
        }

        @Override
        public synchronized Optional<Held> tryLock(UUID blobId) {
            if (!held.add(blobId)) {
                return Optional.empty();
            }
            int mine = session;
            return Optional.of(new Held() {
                @Override
                public void require() throws StoreUnavailableException {
                    if (mine != session) {
                        throw new StoreUnavailableException("the lock was lost", null);
                    }
                }

                @Override
                public void close() {
                    synchronized (Locks.this) {
                        if (mine == session) {
                            held.remove(blobId);
                        }
                    }
                }
            });
        }
    }
}
