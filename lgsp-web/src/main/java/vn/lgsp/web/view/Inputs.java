package vn.lgsp.web.view;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.routing.boundary.FileDigest;
import vn.lgsp.routing.boundary.PacketRequest;

/** What clients send, as the contract names it, and its way into the core. */
public final class Inputs {
    private static final int MAX_FILES = 100;
    private static final int MAX_NAME = 255;
    private static final int MAX_REASON = 1000;

    private Inputs() {}

    /** Schema PacketRequest. */
    public record NewPacket(
            List<Recipient> recipients,
            String title,
            String importance,
            String dataType,
            Integer dataTypeVersion,
            String protocol,
            Long size,
            String resendOf) {

        /** Schema Recipient. */
        public record Recipient(String agency, String group, String rule) {}

        /** Turns words into values; what cannot be one is refused here, everything else by the core. */
        public PacketRequest toRequest(String idempotencyKey) {
            Importance value = null;
            if (importance != null) {
                value = Importance.byCode(importance)
                        .orElseThrow(() ->
                                invalid("importance", "choice", "normal, urgent, very-urgent, flash, flash-scheduled"));
            }
            List<PacketRequest.Recipient> whom = null;
            if (recipients != null) {
                whom = new ArrayList<>();
                for (Recipient recipient : recipients) {
                    whom.add(
                            recipient == null
                                    ? null
                                    : new PacketRequest.Recipient(
                                            recipient.agency(), recipient.group(), recipient.rule()));
                }
            }
            return new PacketRequest(
                    whom, title, value, dataType, dataTypeVersion, protocol, size, earlier(), idempotencyKey);
        }

        private UUID earlier() {
            try {
                return resendOf == null ? null : UUID.fromString(resendOf);
            } catch (IllegalArgumentException e) {
                throw invalid("resendOf", "form");
            }
        }
    }

    /** Schema FileDigests. */
    public record Digests(List<NamedDigest> files) {

        /** Schema FileDigest. */
        public record NamedDigest(String name, String digest) {}

        /** Reads the digests. */
        public List<FileDigest> toDigests() {
            if (files == null || files.isEmpty() || files.size() > MAX_FILES) {
                throw invalid("files", "items", 1, MAX_FILES);
            }
            List<FileDigest> result = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                NamedDigest file = files.get(i);
                String field = "files[" + i + "]";
                if (file == null
                        || file.name() == null
                        || file.name().isEmpty()
                        || file.name().length() > MAX_NAME) {
                    throw invalid(field + ".name", "length", 1, MAX_NAME);
                }
                Digest digest = Digest.parse(file.digest()).orElseThrow(() -> invalid(field + ".digest", "form"));
                result.add(new FileDigest(file.name(), digest));
            }
            return result;
        }
    }

    /** Schema Reason. */
    public record Reason(String reason) {

        /** The reason, checked. */
        public String text() {
            if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
                throw invalid("reason", "length", 1, MAX_REASON);
            }
            if (reason.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
                throw invalid("reason", "control-character");
            }
            return reason.strip();
        }
    }

    /** A time like {@code 2026-12-31T17:00:00Z}; null for null. */
    static Instant time(String field, String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid(field, "form");
        }
    }

    /** A refusal of one field. */
    public static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }
}
