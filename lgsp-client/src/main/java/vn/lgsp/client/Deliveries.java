package vn.lgsp.client;

import java.util.List;
import java.util.UUID;
import vn.lgsp.client.model.ConfirmResult;
import vn.lgsp.client.model.Confirmation;
import vn.lgsp.client.model.Delivery;
import vn.lgsp.client.model.FileDigest;
import vn.lgsp.client.model.Receipt;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.Transport;

/** The receiving side (Điều 9). */
public final class Deliveries {

    private static final String PATH = "/api/v1/deliveries/";

    private final Transport transport;

    Deliveries(Transport transport) {
        this.transport = transport;
    }

    /** One delivery to this application. */
    public Delivery get(UUID deliveryId) {
        return transport.record(Call.get(PATH + deliveryId), Delivery.class);
    }

    /**
     * Says that this application is ready to receive (Điều 9.2); repeating it renews the expiry of the space.
     *
     * @return the delivery with its space
     */
    public Delivery accept(UUID deliveryId) {
        return transport.record(Call.post(PATH + deliveryId + ":accept"), Delivery.class);
    }

    /**
     * Says that this application will not take the packet; the source is told why.
     *
     * @param reason 1 to 1000 characters
     */
    public Delivery refuse(UUID deliveryId, String reason) {
        return transport.record(
                Call.post(PATH + deliveryId + ":refuse")
                        .json(JsonRecords.write(new Packets.Reason(reason)))
                        .once(),
                Delivery.class);
    }

    /**
     * Says that all content arrived (Điều 9.3). When the digests agree the content key is destroyed: have the content safe on disk
     * before.
     *
     * @param digests computed from what arrived, for every file
     */
    public Receipt confirm(UUID deliveryId, List<FileDigest> digests) {
        return transport.record(
                Call.post(PATH + deliveryId + ":confirm").json(JsonRecords.write(new Packets.FileDigests(digests))),
                Receipt.class);
    }

    /**
     * Says of many deliveries that all their content arrived, each by itself; have the content safe on disk before.
     *
     * @param confirmations at most 100 unless the platform says otherwise
     * @return what became of each, in their order
     */
    public List<ConfirmResult> confirm(List<Confirmation> confirmations) {
        return transport
                .record(
                        Call.post("/api/v1/deliveries:confirm")
                                .json(JsonRecords.write(new ConfirmItems(confirmations))),
                        ConfirmResults.class)
                .results();
    }

    record ConfirmItems(List<Confirmation> items) {}

    record ConfirmResults(List<ConfirmResult> results) {}
}
