package vn.lgsp.web.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import vn.lgsp.authentication.boundary.IssuedTicket;
import vn.lgsp.authentication.boundary.PlatformAnswers;

/** What the token service answers; the names are those of the RFCs. */
public final class OAuthViews {
    private OAuthViews() {}

    /** Schema TicketGrant: RFC 6749 section 5.1, RFC 8707 section 2, and what the regulation calls thông tin truy xuất. */
    public record Grant(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope,
            String resource,
            Access access) {
        static Grant of(IssuedTicket ticket) {
            return new Grant(
                    ticket.ticket(),
                    "Bearer",
                    Duration.between(ticket.issuedAt(), ticket.expiresAt()).toSeconds(),
                    ticket.scope(),
                    ticket.resource(),
                    new Access(
                            ticket.id().toString(),
                            ticket.expiresAt().getEpochSecond(),
                            ticket.requestProof(),
                            ticket.useLimit()));
        }
    }

    /** Schema TicketAccess; {@code useLimit} is left out for any number. */
    public record Access(
            String id,
            @JsonProperty("expires_at") long expiresAt,
            @JsonProperty("sign_requests") boolean signRequests,
            @JsonProperty("use_limit") Integer useLimit) {}

    /** Schema KeySet: RFC 7517 section 5. */
    public record KeySet(List<Key> keys) {}

    /** Schema PublicKey: RFC 7518 section 6.3.1. */
    public record Key(String kty, String use, String alg, String kid, String n, String e) {
        static Key of(PlatformAnswers.PublicKeyView key) {
            return new Key("RSA", "sig", key.algorithm(), key.id(), key.modulus(), key.exponent());
        }
    }

    /** Schema ServerMetadata: RFC 8414 section 2. */
    public record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("introspection_endpoint") String introspectionEndpoint,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("token_endpoint_auth_methods_supported") List<String> tokenMethods,
            @JsonProperty("token_endpoint_auth_signing_alg_values_supported") List<String> tokenAlgorithms,
            @JsonProperty("introspection_endpoint_auth_methods_supported") List<String> introspectionMethods,
            @JsonProperty("introspection_endpoint_auth_signing_alg_values_supported")
                    List<String> introspectionAlgorithms,
            @JsonProperty("revocation_endpoint_auth_methods_supported") List<String> revocationMethods,
            @JsonProperty("revocation_endpoint_auth_signing_alg_values_supported") List<String> revocationAlgorithms,
            @JsonProperty("introspection_signing_alg_values_supported") List<String> answerAlgorithms) {}
}
