package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.PacketState;

/**
 * What was erased of a packet, when and why (biên nhận xóa nội dung, Điều 5.3). The files are told by name, size and digest; their content is
 * nowhere any more.
 *
 * @param state how the packet ended
 * @param files what was there
 * @param keyDestroyedAt from then on nobody could read the content
 * @param erasedAt when the bytes were gone as well; null before
 */
public record ErasureReceipt(
        UUID packetId, PacketState state, List<PacketView.FileView> files, Instant keyDestroyedAt, Instant erasedAt) {}
