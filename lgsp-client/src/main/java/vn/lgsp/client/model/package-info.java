/**
 * The values of the published interface, one record per schema of the OpenAPI contract. Times are UTC, sizes are bytes, digests are
 * written {@code sha-256=:base64:} (RFC 9530). A component that the contract does not require may be null; lists never are.
 */
package vn.lgsp.client.model;
