package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.ContentHealth;

/** Makes the one store of content that the settings name; of the other not even the classes are loaded. */
@ApplicationScoped
public class ContentStores implements ContentHealth {
    private static final Logger LOG = System.getLogger(ContentStores.class.getName());
    private static final String S3 = "s3";
    private static final long MEBIBYTE = 1024L * 1024;

    @Inject
    @ConfigProperty(name = "lgsp.content.store", defaultValue = "file")
    private String kind;

    @Inject
    @ConfigProperty(name = "lgsp.content.dir", defaultValue = "var/content")
    private String directory;

    @Inject
    private S3Settings s3;

    @Inject
    private BlobLocks locks;

    @EJB
    private StoreRecord record;

    @Inject
    private ContentStore store;

    private volatile boolean usable = true;

    @Produces
    @ApplicationScoped
    ContentStore make() {
        ContentStore chosen =
                kind.equals(S3) ? new S3ContentStore(s3.place(), locks) : new FileContentStore(Path.of(directory));
        return new PlatformStore(chosen, record);
    }

    void dispose(@Disposes ContentStore made) {
        if (made instanceof PlatformStore open) {
            open.close();
        }
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean usable() {
        boolean before = usable;
        try {
            store.check();
            usable = true;
        } catch (IOException e) {
            usable = false;
            if (before) {
                LOG.log(Level.ERROR, "the content store cannot be used", e);
            }
        }
        return usable;
    }

    @Override
    public OptionalLong freeMebibytes() {
        try {
            OptionalLong bytes = store.freeBytes();
            return bytes.isPresent() ? OptionalLong.of(bytes.getAsLong() / MEBIBYTE) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
