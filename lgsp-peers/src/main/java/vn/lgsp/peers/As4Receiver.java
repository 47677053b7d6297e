package vn.lgsp.peers;

import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.pmode.IPMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.w3c.dom.Node;

/** Takes what arrived: the content is on the disk, forced, before the receipt says so; then it is removed, as after a confirmation. */
final class As4Receiver implements IAS4IncomingMessageProcessorSPI {
    private final Path directory;

    As4Receiver(Path directory) {
        this.directory = directory;
    }

    @Override
    public AS4MessageProcessorResult processAS4UserMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3UserMessage message,
            IPMode mode,
            Node payload,
            ICommonsList<WSS4JAttachment> attachments,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        boolean safe = state.isSoapSignatureChecked() && state.isSoapDecrypted();
        if (!safe || attachments == null || attachments.size() != 1) {
            return AS4MessageProcessorResult.createFailure();
        }
        Path file = directory.resolve(UUID.randomUUID().toString());
        try (InputStream in = attachments.get(0).getSourceStream()) {
            byte[] content = in.readAllBytes();
            if (content.length != Peer.BYTES) {
                return AS4MessageProcessorResult.createFailure();
            }
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.delete(file);
            return AS4MessageProcessorResult.createSuccess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AS4SignalMessageProcessorResult processAS4SignalMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3SignalMessage message,
            IPMode mode,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        return AS4SignalMessageProcessorResult.createFailure();
    }

    @Override
    public void processAS4ResponseMessage(
            IAS4IncomingMessageMetadata metadata,
            IAS4IncomingMessageState state,
            String responseId,
            byte[] response,
            boolean payloadIsAvailable,
            AS4ErrorList errors) {
        // A receipt is sent as the answer; nothing is left to be done.
    }
}
