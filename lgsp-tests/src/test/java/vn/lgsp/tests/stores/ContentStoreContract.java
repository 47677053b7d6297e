package vn.lgsp.tests.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.Ids;
import vn.lgsp.routing.control.ContentStore;
import vn.lgsp.routing.control.StoreUnavailableException;

/** What every store of content has to do; each kind of store runs all of it, which is over 300 lines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContentStoreContract {
    private static final int MIB = 1024 * 1024;
    private static final Instant PAST = Instant.now().minus(Duration.ofDays(1));

    private final UUID blob = Ids.next();

    /** The store under test. */
    abstract ContentStore store();

    /** Takes away what the store stands on. */
    abstract void takeAway() throws Exception;

    /** Brings it back as it was. */
    abstract void bringBack() throws Exception;

    /** The blobs that nobody has written to since a time that is still to come: all of them. */
    final List<UUID> all() throws IOException {
        try (Stream<UUID> blobs = store().untouchedSince(Instant.now().plus(Duration.ofMinutes(10)))) {
            return blobs.toList();
        }
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    static void write(WritableByteChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    final void stored(UUID id, byte[] bytes) throws IOException {
        try (ContentStore.Writing writing = store().create(id)) {
            write(writing.channel(), bytes);
            writing.commit();
        }
    }

    final byte[] read(UUID id) throws IOException {
        try (SeekableByteChannel channel = store().open(id)) {
            ByteBuffer all = ByteBuffer.allocate((int) channel.size());
            fill(channel, all);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            return all.array();
        }
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer target) throws IOException {
        while (target.hasRemaining() && channel.read(target) >= 0) {
            // more comes
        }
    }

    final ContentStore.Growing resumed(UUID id) throws IOException {
        return store().resume(id).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 20 * MIB})
    @DisplayName("what was committed is read as it was written")
    void whole(int size) throws IOException {
        UUID id = Ids.next();
        byte[] bytes = bytes(size);
        stored(id, bytes);
        assertThat(Arrays.equals(read(id), bytes)).isTrue();
        store().delete(id);
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(all()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 9 * MIB})
    @DisplayName("what was not committed is not there, and leaves nothing")
    void abandoned(int size) throws IOException {
        UUID id = Ids.next();
        try (ContentStore.Writing writing = store().create(id)) {
            write(writing.channel(), bytes(size));
        }
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(all()).doesNotContain(id);
    }

    @Test
    @DisplayName("what a crash left half done is not there for readers, is found by the sweep, and can be deleted")
    void crashed() throws IOException {
        UUID id = Ids.next();
        // Never closed: as when the machine stops.
        write(store().create(id).channel(), bytes(17 * MIB));
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(all()).contains(id);
        try (Stream<UUID> old = store().untouchedSince(PAST)) {
            assertThat(old).doesNotContain(id);
        }
        store().delete(id);
        assertThat(all()).doesNotContain(id);
    }

    @Test
    @DisplayName("a blob that grows in several goes is read as a whole once it is committed, and not before")
    void growing() throws IOException {
        byte[] bytes = bytes(19 * MIB + 7);
        int[] ends = {9, 65_600, 65_601, 9 * MIB, 9 * MIB + 5, bytes.length};
        try (ContentStore.Growing begun = store().begin(blob)) {
            assertThat(begun.channel().size()).isZero();
        }
        int from = 0;
        for (int end : ends) {
            assertThatThrownBy(() -> store().open(blob)).isInstanceOf(NoSuchFileException.class);
            try (ContentStore.Growing more = resumed(blob)) {
                assertThat(more.channel().size()).isEqualTo(from);
                more.channel().position(from);
                write(more.channel(), Arrays.copyOfRange(bytes, from, end));
                more.force();
            }
            from = end;
        }
        try (ContentStore.Growing last = resumed(blob)) {
            last.commit();
        }
        assertThat(Arrays.equals(read(blob), bytes)).isTrue();
        store().delete(blob);
        assertThat(all()).doesNotContain(blob);
        assertThatThrownBy(() -> store().resume(blob)).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 1_000, 9 * MIB, 10 * MIB})
    @DisplayName("it can be cut anywhere and goes on from there, also after it was committed")
    void cut(int keep) throws IOException {
        UUID id = Ids.next();
        byte[] bytes = bytes(10 * MIB);
        try (ContentStore.Growing begun = store().begin(id)) {
            write(begun.channel(), Arrays.copyOf(bytes, 1_000));
            begun.force();
            write(begun.channel(), Arrays.copyOfRange(bytes, 1_000, bytes.length));
            begun.commit();
        }
        byte[] other = bytes(3 * MIB);
        try (ContentStore.Growing again = resumed(id)) {
            again.channel().truncate(keep);
            again.channel().position(keep);
            write(again.channel(), other);
            again.commit();
        }
        byte[] expected = Arrays.copyOf(bytes, keep + other.length);
        System.arraycopy(other, 0, expected, keep, other.length);
        assertThat(Arrays.equals(read(id), expected)).isTrue();
        store().delete(id);
    }

    @Test
    @DisplayName("one alone writes; the next one may when it has let go")
    void oneWriter() throws IOException {
        UUID id = Ids.next();
        try (ContentStore.Growing mine = store().begin(id)) {
            assertThat(store().resume(id)).isEmpty();
            write(mine.channel(), bytes(100));
            mine.force();
            assertThat(store().resume(id)).isEmpty();
        }
        Optional<ContentStore.Growing> next = store().resume(id);
        assertThat(next).isPresent();
        next.get().close();
        store().delete(id);
    }

    @Test
    @DisplayName("many write at the same time, each its own blob")
    void manyWriters() throws IOException {
        List<UUID> ids = Stream.generate(Ids::next).limit(8).toList();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int size = MIB + i;
            UUID id = ids.get(i);
            writers.add(CompletableFuture.runAsync(() -> {
                try {
                    stored(id, bytes(size));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(Arrays.equals(read(ids.get(i)), bytes(MIB + i))).isTrue();
            store().delete(ids.get(i));
        }
    }

    @Test
    @DisplayName("any range is read, in any order")
    void ranges() throws IOException {
        byte[] bytes = bytes(9 * MIB);
        UUID id = Ids.next();
        stored(id, bytes);
        Random random = new Random(3);
        try (SeekableByteChannel channel = store().open(id)) {
            for (int i : IntStream.range(0, 40).toArray()) {
                int from = random.nextInt(bytes.length);
                int length = Math.min(bytes.length - from, random.nextInt(i < 20 ? 300 : 400_000));
                ByteBuffer part = ByteBuffer.allocate(length);
                fill(channel.position(from), part);
                assertThat(Arrays.equals(part.array(), Arrays.copyOfRange(bytes, from, from + length)))
                        .isTrue();
            }
            channel.position(bytes.length);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        store().delete(id);
    }

    @Test
    @DisplayName("what is not there can be deleted and not read")
    void absent() throws IOException {
        UUID id = Ids.next();
        store().delete(id);
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store().resume(id)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @DisplayName("when the store is away, nobody is told that a blob is missing; when it is back, all is as before")
    void away() throws Exception {
        UUID id = Ids.next();
        stored(id, bytes(100));
        store().check();
        UUID identity = store().identity();
        takeAway();
        try {
            assertThatThrownBy(() -> store().identity()).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store().open(id)).isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(() -> store().check()).isInstanceOf(StoreUnavailableException.class);
        } finally {
            bringBack();
        }
        store().check();
        assertThat(store().identity()).isEqualTo(identity);
        assertThat(read(id)).isEqualTo(bytes(100));
        store().delete(id);
    }

    @Test
    @DisplayName("300 MiB go in and out while the heap stays as it is")
    void flatHeap() throws IOException {
        UUID id = Ids.next();
        byte[] chunk = bytes(64 * 1024);
        int chunks = 300 * 16;
        long before = used();
        long most = 0;
        try (ContentStore.Writing writing = store().create(id)) {
            for (int i = 1; i <= chunks; i++) {
                write(writing.channel(), chunk);
                if (i % 2_000 == 0) {
                    most = Math.max(most, used());
                }
            }
            writing.commit();
        }
        try (SeekableByteChannel channel = store().open(id)) {
            ByteBuffer part = ByteBuffer.allocate(chunk.length);
            for (int i = 1; i <= chunks; i++) {
                fill(channel, part.clear());
                if (!Arrays.equals(part.array(), chunk)) {
                    throw new AssertionError("chunk " + i + " is another");
                }
                if (i % 2_000 == 0) {
                    most = Math.max(most, used());
                }
            }
        }
        assertThat(most - before).isLessThan(48L * MIB);
        store().delete(id);
    }

    /** What is used when all garbage is gone, bytes. */
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
