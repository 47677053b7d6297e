package vn.lgsp.tests.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.routing.control.ContentStore;
import vn.lgsp.routing.control.FileContentStore;
import vn.lgsp.tests.platform.Repository;

@DisplayName("Content in files")
class FileContentStoreTest extends ContentStoreContract {
    private final Path directory = Repository.newDirectory("file-store");
    private final FileContentStore store = new FileContentStore(directory);

    @Override
    ContentStore store() {
        return store;
    }

    /** As when the disk is not mounted: an empty directory stands in its place. */
    @Override
    void takeAway() throws IOException {
        Files.move(directory, elsewhere());
        Files.createDirectory(directory);
    }

    @Override
    void bringBack() throws IOException {
        Files.delete(directory);
        Files.move(elsewhere(), directory);
    }

    private Path elsewhere() {
        return directory.resolveSibling(directory.getFileName() + "-away");
    }

    @Test
    @DisplayName("the room that is left is told")
    void room() throws IOException {
        assertThat(store.freeBytes()).isPresent();
    }

    @Test
    @DisplayName("files that are not the store's are left alone")
    void strangers() throws IOException {
        Path stranger = Files.writeString(directory.resolve("lost+found"), "x");
        all();
        assertThat(stranger).exists();
        Files.delete(stranger);
    }
}
