package vn.lgsp.web.view;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Schema AccessToken: names as OAuth 2.0 has them, times in seconds. */
public record AccessToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {}
