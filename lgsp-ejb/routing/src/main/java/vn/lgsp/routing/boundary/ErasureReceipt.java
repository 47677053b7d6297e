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
 * @param files what was there as it was sent
 * @param forms what was there besides: for the source all forms, for a destination its own
 * @param keyDestroyedAt from then on nobody could read the content
 * @param erasedAt when the bytes were gone as well; null before
 */
public record ErasureReceipt(
        UUID packetId,
        PacketState state,
        List<PacketView.FileView> files,
        List<ErasedForm> forms,
        Instant keyDestroyedAt,
        Instant erasedAt) {

    /** A form that was there, with the files that had been converted for it. */
    public record ErasedForm(FormView form, List<PacketView.FileView> files) {}
}
