package vn.lgsp.authentication.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.lgsp.authentication.boundary.BodyDigest;

/**
 * What a request claims about itself, whatever scheme it is signed with. Nothing is verified yet.
 *
 * @param accessKey the key it says it was signed with
 * @param algorithm the algorithm it says, as RFC 9421 names it
 * @param signingInputs the bytes that were signed, one possibility per address of the platform
 * @param covered names of the parts of the request that the signature covers
 * @param created when it was signed
 * @param expires when it ends; null when it does not say
 * @param window how far {@code created} may be from now, either way
 * @param nonce counts once per key
 * @param body digests of the body that the signature covers
 * @param signature the signature
 */
public record Claim(
        String accessKey,
        String algorithm,
        List<byte[]> signingInputs,
        Set<String> covered,
        Instant created,
        Instant expires,
        Duration window,
        String nonce,
        BodyDigest body,
        byte[] signature) {}
