package vn.lgsp.crypto.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;

/** Bytes between two lines that say what they are (RFC 7468). */
public final class Pem {
    /** The longest text that is read, characters. */
    public static final int MAX_LENGTH = 16_384;

    public static final String CERTIFICATE = "CERTIFICATE";
    public static final String REVOCATION_LIST = "X509 CRL";

    static final List<String> REQUEST = List.of("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

    private static final int LINE = 64;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    /** Writes bytes as text, with a line break at the end. */
    public static String write(String label, byte[] bytes) {
        var base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    /**
     * Reads the one block of a text; what stands around it (as some tools write) is passed over.
     *
     * @param text may be null
     * @param labels what it may be called
     * @throws CertificateRefused {@code UNREADABLE} when there is no such block, more than one, or too much; {@code PRIVATE_KEY} when there
     *     is a private key in it, whatever else there is
     */
    static byte[] read(String text, List<String> labels) throws CertificateRefused {
        if (text == null || text.length() > MAX_LENGTH) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        if (text.contains("PRIVATE KEY-----")) {
            throw new CertificateRefused(Reason.PRIVATE_KEY);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find() || !labels.contains(block.group(1))) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        var bytes = decode(block.group(2));
        if (block.find()) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        return bytes;
    }

    private static byte[] decode(String base64) throws CertificateRefused {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", "").getBytes(US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new CertificateRefused(Reason.UNREADABLE, e);
        }
    }
}
