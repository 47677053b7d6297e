package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.SegmentInput;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.routing.boundary.Download;
import vn.lgsp.routing.boundary.PacketView;

/** Hands files out to their destination (Điều 9.3). No connection to the database is held while bytes go out. */
@ApplicationScoped
public class Downloads {
    private static final Logger LOG = System.getLogger(Downloads.class.getName());

    @EJB
    private DownloadSteps steps;

    @Inject
    private StoredContent stored;

    @Inject
    private ContentKeys keys;

    /** Opens a file; see {@code Receiving.open}. */
    public Download open(Caller caller, UUID spaceId, String name, boolean fetching) {
        DownloadSteps.Source source = steps.begin(caller, spaceId, name, fetching);
        ContentKey key = null;
        SeekableByteChannel channel = null;
        try {
            ContentKeys.Opened opened = keys.open(source.packetId(), source.wrappedKey());
            key = opened.key();
            keys.requireSealed(source.stored(), opened);
            channel = stored.open(source.stored());
            SegmentInput input = SegmentInput.open(
                    channel, key, source.blobId(), source.file().size());
            return new OpenDownload(source, key, channel, input);
        } catch (NoSuchFileException gone) {
            close(key, null);
            throw corrupted(source, gone);
        } catch (ContentCorruptedException damaged) {
            close(key, channel);
            throw corrupted(source, damaged);
        } catch (IOException failed) {
            close(key, channel);
            throw Uploads.storageFailure(failed);
        }
    }

    /** Stored bytes of a packet were found changed (Điều 5.2); see {@code DownloadSteps.quarantine}. */
    public void quarantine(UUID packetId, UUID deliveryId) {
        steps.quarantine(packetId, deliveryId);
    }

    private LgspException corrupted(DownloadSteps.Source source, IOException cause) {
        LOG.log(Level.ERROR, "blob " + source.blobId() + " of packet " + source.packetId() + " is damaged", cause);
        steps.quarantine(source.packetId(), source.deliveryId());
        return new LgspException(ErrorCode.CONTENT_CORRUPTED);
    }

    /** Closes what was opened so far; both may be null. */
    private static void close(ContentKey key, SeekableByteChannel channel) {
        if (key != null) {
            key.close();
        }
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "channel did not close", e);
            }
        }
    }

    private final class OpenDownload implements Download {
        private final DownloadSteps.Source source;
        private final ContentKey key;
        private final SeekableByteChannel channel;
        private final SegmentInput input;

        OpenDownload(DownloadSteps.Source source, ContentKey key, SeekableByteChannel channel, SegmentInput input) {
            this.source = source;
            this.key = key;
            this.channel = channel;
            this.input = input;
        }

        @Override
        public PacketView.FileView file() {
            return source.file();
        }

        @Override
        public void transferTo(OutputStream out, long from, long length) throws IOException {
            try {
                input.transferTo(out, from, length);
            } catch (ContentCorruptedException damaged) {
                throw corrupted(source, damaged);
            } catch (StoreUnavailableException away) {
                throw Uploads.storageFailure(away);
            }
        }

        @Override
        public void close() {
            input.close();
            Downloads.close(key, channel);
        }
    }
}
