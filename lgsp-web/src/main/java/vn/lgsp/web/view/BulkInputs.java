package vn.lgsp.web.view;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.routing.boundary.Confirmation;
import vn.lgsp.routing.boundary.PacketRequest;
import vn.lgsp.routing.boundary.SmallPacket;

/** What clients send for many packets in one request. What is wrong with one item is refused when that item is read, and no sooner. */
public final class BulkInputs {
    private BulkInputs() {}

    /** Schemas SendRequest, with {@code items}, and SendItem, without. */
    public record Send(
            List<Item> items,
            List<Inputs.NewPacket.Recipient> recipients,
            String title,
            String importance,
            String dataType,
            Integer dataTypeVersion,
            String protocol,
            PolicyViews.Choice policy,
            List<ContentFile> files,
            String idempotencyKey) {

        /** Whether it is one packet and no list. */
        public boolean single() {
            return items == null;
        }

        /** The one packet. */
        public Item one() {
            return new Item(
                    recipients, title, importance, dataType, dataTypeVersion, protocol, policy, files, idempotencyKey);
        }

        /** The list, which nothing else may stand beside. */
        public List<Item> many(int most) {
            if (!one().equals(Item.NONE)) {
                throw Inputs.invalid("items", "one-of-two", "items", "recipients, title, …");
            }
            return bounded(items, most);
        }
    }

    /** Schema SendItem. */
    public record Item(
            List<Inputs.NewPacket.Recipient> recipients,
            String title,
            String importance,
            String dataType,
            Integer dataTypeVersion,
            String protocol,
            PolicyViews.Choice policy,
            List<ContentFile> files,
            String idempotencyKey) {
        static final Item NONE = new Item(null, null, null, null, null, null, null, null, null);

        /**
         * Turns words into values; what cannot be one is refused here, everything else by the core.
         *
         * @param key where the item has none of its own; null for none
         */
        public SmallPacket toPacket(String key) {
            List<SmallPacket.SmallFile> contents = null;
            if (files != null) {
                contents = new ArrayList<>(files.size());
                for (int i = 0; i < files.size(); i++) {
                    contents.add(files.get(i) == null ? null : files.get(i).toFile("files[" + i + "]"));
                }
            }
            PacketRequest request = new Inputs.NewPacket(
                            recipients, title, importance, dataType, dataTypeVersion, protocol, bytes(contents), null)
                    .toRequest(idempotencyKey == null ? key : idempotencyKey);
            return new SmallPacket(request, policy == null ? null : policy.read(), contents);
        }

        private static Long bytes(List<SmallPacket.SmallFile> contents) {
            return contents == null
                    ? null
                    : Long.valueOf(contents.stream()
                            .filter(file -> file != null && file.content() != null)
                            .mapToLong(file -> file.content().length)
                            .sum());
        }

        /** Bytes of content that come along, as long as they are base64. */
        public long size() {
            return files == null
                    ? 0
                    : files.stream().mapToLong(ContentFile::size).sum();
        }
    }

    /** Schema ContentFile. */
    public record ContentFile(String name, String mediaType, String content, String digest) {
        SmallPacket.SmallFile toFile(String field) {
            return new SmallPacket.SmallFile(
                    name,
                    mediaType,
                    content == null ? null : bytes(field + ".content", content),
                    digest == null
                            ? null
                            : Digest.parse(digest).orElseThrow(() -> Inputs.invalid(field + ".digest", "form")));
        }

        static long size(ContentFile file) {
            return file == null || file.content() == null ? 0 : file.content().length() / 4L * 3;
        }

        private static byte[] bytes(String field, String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw Inputs.invalid(field, "base64");
            }
        }
    }

    /** Schema ConfirmRequest. */
    public record Confirm(List<ConfirmItem> items) {
        public List<ConfirmItem> many(int most) {
            return bounded(items, most);
        }
    }

    /** Schema ConfirmItem. */
    public record ConfirmItem(String deliveryId, List<Inputs.Digests.NamedDigest> files) {
        public Confirmation toConfirmation() {
            return new Confirmation(id(deliveryId), new Inputs.Digests(files).toDigests());
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                throw Inputs.invalid("deliveryId", "form");
            }
        }
    }

    private static <T> List<T> bounded(List<T> items, int most) {
        if (items == null || items.isEmpty() || items.size() > most) {
            throw Inputs.invalid("items", "items", 1, most);
        }
        return items;
    }
}
