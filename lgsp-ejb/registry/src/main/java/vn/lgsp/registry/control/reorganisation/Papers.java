package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ReorganisationDocument;
import vn.lgsp.registry.control.Fields;

/** The documents of requests. What a file is, its first bytes say and not its name. */
@ApplicationScoped
public class Papers {
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_DOCUMENTS = 10;
    private static final int MAX_NAME = 255;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Adds a document; returns its id. */
    public UUID add(Staff staff, UUID request, String name, byte[] content) {
        String label = name == null
                ? ""
                : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                        .strip();
        if (label.isEmpty() || label.length() > MAX_NAME || label.codePoints().anyMatch(Character::isISOControl)) {
            throw Fields.invalid("file", "length", 1, MAX_NAME);
        }
        if (content == null || content.length == 0 || content.length > MAX_BYTES) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, MAX_BYTES);
        }
        String mediaType = mediaType(content).orElseThrow(() -> Fields.invalid("file", "media"));
        if (count(request) >= MAX_DOCUMENTS) {
            throw Fields.invalid("file", "items", 0, MAX_DOCUMENTS);
        }
        UUID id = Ids.next();
        em.createNativeQuery(
                        """
                        insert into reorganisation_document (id, reorganisation_id, name, media_type, bytes, sha256, added_by, added_at)
                        values (:id, :request, :name, :type, :bytes, :digest, :by, :at)
                        """)
                .setParameter("id", id)
                .setParameter("request", request)
                .setParameter("name", label)
                .setParameter("type", mediaType)
                .setParameter("bytes", content)
                .setParameter("digest", sha256(content))
                .setParameter("by", staff.accountId())
                .setParameter("at", Instant.now())
                .executeUpdate();
        return id;
    }

    private static Optional<String> mediaType(byte[] content) {
        String start = HexFormat.of().formatHex(content, 0, Math.min(8, content.length));
        if (start.startsWith("255044462d")) {
            return Optional.of("application/pdf");
        }
        if (start.startsWith("504b0304")) {
            return Optional.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        }
        if (start.equals("89504e470d0a1a0a")) {
            return Optional.of("image/png");
        }
        return start.startsWith("ffd8ff") ? Optional.of("image/jpeg") : Optional.empty();
    }

    /** Takes a document away; NOT_FOUND. */
    public void remove(UUID request, UUID document) {
        int removed = em.createNativeQuery(
                        "delete from reorganisation_document where id = :id and reorganisation_id = :request")
                .setParameter("id", document)
                .setParameter("request", request)
                .executeUpdate();
        if (removed == 0) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    boolean any(UUID request) {
        return count(request) > 0;
    }

    private int count(UUID request) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from reorganisation_document where reorganisation_id = :request")
                        .setParameter("request", request)
                        .getSingleResult())
                .intValue();
    }

    /** The documents of a request, in the order in which they were added. */
    public List<ReorganisationDocument> list(UUID request) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select d.id, d.name, d.media_type, octet_length(d.bytes), encode(d.sha256, 'hex'), a.full_name, d.added_at
                        from reorganisation_document d join account a on a.id = d.added_by
                        where d.reorganisation_id = :request order by d.id
                        """,
                        Tuple.class)
                .setParameter("request", request)
                .getResultList();
        return rows.stream()
                .map(row -> new ReorganisationDocument(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Number.class).longValue(),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, Instant.class)))
                .toList();
    }

    /** The bytes of a document; NOT_FOUND. */
    public byte[] content(UUID request, UUID document) {
        @SuppressWarnings("unchecked")
        List<byte[]> found = em.createNativeQuery(
                        "select bytes from reorganisation_document where id = :id and reorganisation_id = :request",
                        byte[].class)
                .setParameter("id", document)
                .setParameter("request", request)
                .getResultList();
        return found.stream().findFirst().orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
