package vn.lgsp.authentication.control;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.crypto.certificate.CertificateRefused;
import vn.lgsp.crypto.certificate.CertificateRefused.Reason;
import vn.lgsp.crypto.certificate.ForeignCertificate;
import vn.lgsp.model.network.AllowedNetworks;

/**
 * The certificate that the client showed when it connected: to the platform's own listener, or to a proxy that tells of it in the header
 * {@code Client-Cert} (RFC 9440). From anybody but the proxies of the setting the header is nothing; from a proxy the header is everything,
 * since the certificate of that connection, if any, is the proxy's own.
 */
final class ConnectionCertificate {
    /** The setting that names the proxies. */
    static final String SETTING = "lgsp.certificate.proxies";

    private static final String HEADER = "client-cert";

    /** Base64 of the longest certificate, with what is around it. */
    private static final int MAX_HEADER = ForeignCertificate.MAX_SIZE / 3 * 4 + 16;

    private static final AllowedNetworks NOBODY = new AllowedNetworks(List.of());

    private record Read(String text, AllowedNetworks networks) {}

    private final Supplier<String> proxies;
    private volatile Read last = new Read("", NOBODY);

    /** @param proxies addresses and ranges of proxies, separated by commas; empty and null are none */
    ConnectionCertificate(Supplier<String> proxies) {
        this.proxies = proxies;
    }

    /**
     * SHA-256 of the certificate.
     *
     * @return empty when none was shown
     * @throws CertificateRefused when a proxy tells of one that is none, or of several
     */
    Optional<byte[]> fingerprint(SignedRequest request) throws CertificateRefused {
        if (!isProxy(request.remoteAddress())) {
            return Optional.ofNullable(request.clientCertificate()).map(Sha256::of);
        }
        return request.has(HEADER) ? Optional.of(Sha256.of(told(request))) : Optional.empty();
    }

    private boolean isProxy(String address) {
        var setting = proxies.get();
        var text = setting == null ? "" : setting;
        var read = last;
        if (!read.text().equals(text)) {
            read = new Read(text, networks(text));
            last = read;
        }
        return read.networks().names(address);
    }

    /** A setting that cannot be read (from the environment, where nobody checked it) names nobody. */
    private static AllowedNetworks networks(String text) {
        try {
            return AllowedNetworks.parse(text);
        } catch (IllegalArgumentException e) {
            System.getLogger("vn.lgsp.authentication").log(Level.ERROR, SETTING + " names nobody: " + e.getMessage());
            return NOBODY;
        }
    }

    private static byte[] told(SignedRequest request) throws CertificateRefused {
        var lines = request.lines(HEADER);
        if (lines.size() != 1 || lines.get(0).length() > MAX_HEADER) {
            throw new CertificateRefused(Reason.UNREADABLE);
        }
        try {
            if (Parser.parseItem(lines.get(0)) instanceof ByteSequenceItem bytes) {
                var der = new byte[bytes.get().remaining()];
                bytes.get().duplicate().get(der);
                ForeignCertificate.parse(der);
                return der;
            }
        } catch (ParseException e) {
            // As good as any other header that is none.
        }
        throw new CertificateRefused(Reason.UNREADABLE);
    }
}
