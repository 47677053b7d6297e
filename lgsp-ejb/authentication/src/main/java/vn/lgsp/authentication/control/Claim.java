package vn.lgsp.authentication.control;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lgsp.authentication.boundary.BodyDigest;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.model.authentication.WaiverKind;

/**
 * What a request claims about itself, whatever scheme it is signed with. Nothing is verified yet.
 *
 * @param scheme how it is signed
 * @param accessKey the key it says it was signed with
 * @param algorithm the algorithm it says, as RFC 9421 names it; may be one that the platform does not know
 * @param derivation how the secret becomes the key of the MAC
 * @param framing how the canonical text becomes the bytes that are signed
 * @param texts the canonical text of the request, one character per byte; one possibility per address of the platform, or more
 * @param covered names of the parts of the request that the signature covers
 * @param created when it was signed; null when the scheme does not say: it has no window then
 * @param expires when it ends; null when it does not say
 * @param window how far {@code created} may be from now, either way
 * @param nonce counts once per key; null when the request may be repeated
 * @param body digests of the body that the signature covers
 * @param signature the signature
 */
public record Claim(
        SignatureScheme scheme,
        String accessKey,
        String algorithm,
        KeyDerivation derivation,
        Framing framing,
        List<byte[]> texts,
        Set<String> covered,
        Instant created,
        Instant expires,
        Duration window,
        String nonce,
        BodyDigest body,
        byte[] signature) {

    /**
     * The algorithm, if the platform knows it in this scheme: in the profile of message signatures (RFC 9421) the ways that need a waiver do not
     * exist, whatever a request calls them.
     */
    Optional<Algorithm> knownAlgorithm() {
        return Algorithm.labelled(algorithm)
                .filter(known -> known.registrable() || scheme != SignatureScheme.MESSAGE_SIGNATURE);
    }

    /** The waivers without which an application may not sign like this. */
    public Set<WaiverKind> needs() {
        var needs = EnumSet.noneOf(WaiverKind.class);
        if (algorithm.equals(Algorithm.HMAC_SHA1.label()) || body.isSha1()) {
            needs.add(WaiverKind.HMAC_SHA1);
        }
        if (scheme == SignatureScheme.ACCESS_TOKEN_HEADER) {
            needs.add(WaiverKind.ACCESS_TOKEN_HEADER);
        } else if (body.isOpen() && scheme != SignatureScheme.CLIENT_ASSERTION) {
            needs.add(WaiverKind.OPEN_BODY);
        }
        return needs;
    }
}
