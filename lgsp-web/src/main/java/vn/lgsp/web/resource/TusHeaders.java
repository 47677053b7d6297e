package vn.lgsp.web.resource;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.ResumableUpload.Kind;
import vn.lgsp.routing.boundary.UploadChunk;
import vn.lgsp.web.filter.Tus;

/** The headers of tus 1.0.0 as they are read. What cannot be read is REQUEST_MALFORMED with the name of the header. */
final class TusHeaders {
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String DEFER_LENGTH = "Upload-Defer-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CONCAT = "Upload-Concat";
    static final String CHECKSUM = "Upload-Checksum";
    static final String CHUNK_TYPE = "application/offset+octet-stream";

    private static final String PARTIAL = "partial";
    private static final String FINAL = "final;";
    private static final int MOST = 4096;
    private static final int MAX_PARTS = 100;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,100}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60}( ?; ?[\\x20-\\x7e]{1,60})?");

    /** How the digests are called in {@code Upload-Checksum}, and in Java. */
    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final HttpHeaders headers;

    TusHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Refuses a version that is not spoken (TUS_VERSION_UNSUPPORTED). */
    void requireVersion() {
        if (!Tus.VERSION.equals(headers.getHeaderString(Tus.RESUMABLE))) {
            throw new LgspException(ErrorCode.TUS_VERSION_UNSUPPORTED);
        }
    }

    /** Refuses a body of another type than that of chunks (MEDIA_TYPE_UNSUPPORTED). */
    void requireChunkType() {
        if (!isChunk()) {
            throw new LgspException(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        }
    }

    boolean isChunk() {
        String type = text(HttpHeaders.CONTENT_TYPE);
        return type != null && type.replaceAll("\\s*;.*", "").equalsIgnoreCase(CHUNK_TYPE);
    }

    /** The offset, which must be there. */
    long offset() {
        Long offset = number(OFFSET);
        if (offset == null) {
            throw malformed(OFFSET);
        }
        return offset;
    }

    /** The length; null when it is not told. */
    Long length() {
        return number(LENGTH);
    }

    /** The size of the body; -1 when it is not told. */
    long size() {
        Long size = number(HttpHeaders.CONTENT_LENGTH);
        return size == null ? -1 : size;
    }

    /** What is to be uploaded; an upload without a name becomes a file with the name given. */
    ResumableUpload.Wanted wanted(String otherwise) {
        String concat = text(CONCAT);
        Kind kind = concat == null ? Kind.WHOLE : concat.equals(PARTIAL) ? Kind.PART : Kind.JOINED;
        Long length = length();
        String deferred = text(DEFER_LENGTH);
        if (deferred != null && !deferred.equals("1")) {
            throw malformed(DEFER_LENGTH);
        }
        if (kind == Kind.JOINED ? length != null || deferred != null : (length == null) == (deferred == null)) {
            throw malformed(LENGTH);
        }
        Map<String, String> metadata = metadata();
        String name = metadata.getOrDefault("filename", otherwise);
        return new ResumableUpload.Wanted(
                kind,
                kind == Kind.PART ? null : Normalizer.normalize(name, Normalizer.Form.NFC),
                mediaType(metadata.get("filetype")),
                text(METADATA),
                concat,
                length);
    }

    /** The parts to be joined, by their addresses in this space. */
    List<UUID> parts(UUID space) {
        String concat = text(CONCAT);
        if (concat == null || !concat.startsWith(FINAL)) {
            throw malformed(CONCAT);
        }
        Pattern address = Pattern.compile("(https?://[^/ ]+)?/api/v1/spaces/" + space + "/uploads/([0-9a-f-]{36})");
        List<UUID> parts = new ArrayList<>();
        for (String one : concat.substring(FINAL.length()).strip().split(" +")) {
            Matcher matcher = address.matcher(one);
            if (!matcher.matches() || parts.size() == MAX_PARTS) {
                throw malformed(CONCAT);
            }
            parts.add(id(matcher.group(2)));
        }
        return parts;
    }

    /**
     * What the chunk must be: that which the signature says, and that which {@code Upload-Checksum} says.
     *
     * @throws LgspException DIGEST_MISSING when the request is signed in a way that covers bodies, and this one is not covered
     */
    List<UploadChunk.Check> checks(BodyDigest body) {
        List<UploadChunk.Check> checks = new ArrayList<>();
        if (!body.isOpen() && size() != 0) {
            checks.add(new UploadChunk.Check("SHA-256", body.requireSha256().bytes(), ErrorCode.BODY_DIGEST_MISMATCH));
        }
        String checksum = text(CHECKSUM);
        if (checksum != null) {
            String[] words = checksum.split(" ");
            if (words.length != 2 || !ALGORITHMS.containsKey(words[0])) {
                throw malformed(CHECKSUM);
            }
            checks.add(new UploadChunk.Check(
                    ALGORITHMS.get(words[0]), base64(words[1], CHECKSUM), ErrorCode.UPLOAD_CHECKSUM_MISMATCH));
        }
        return checks;
    }

    /** Some clients send the header empty when they have nothing to say: that is as if it were not there. */
    private Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        String text = text(METADATA);
        if (text == null) {
            return metadata;
        }
        for (String pair : text.split(",")) {
            String[] words = pair.strip().split(" ");
            if (words.length > 2
                    || !KEY.matcher(words[0]).matches()
                    || metadata.put(words[0], words.length == 1 ? "" : utf8(base64(words[1], METADATA))) != null) {
                throw malformed(METADATA);
            }
        }
        return metadata;
    }

    private static String mediaType(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!MEDIA_TYPE.matcher(text).matches() || text.length() > SpacesResource.MAX_MEDIA_TYPE) {
            throw malformed(METADATA);
        }
        return text;
    }

    /** A header; null when it is missing or empty. */
    private String text(String name) {
        String value = headers.getHeaderString(name);
        if (value != null && value.length() > MOST) {
            throw malformed(name);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Long number(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw malformed(name);
        }
        return Long.valueOf(text);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed(CONCAT);
        }
    }

    private static byte[] base64(String text, String header) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed(header);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed(METADATA);
        }
    }

    private static LgspException malformed(String header) {
        return new LgspException(ErrorCode.REQUEST_MALFORMED, header);
    }
}
