/**
 * Request signatures after RFC 9421 with the digests of RFC 9530, profile {@code lgsp-1}. Needs nothing but the JDK and can be used
 * without the rest of the client.
 */
package vn.lgsp.client.signing;
