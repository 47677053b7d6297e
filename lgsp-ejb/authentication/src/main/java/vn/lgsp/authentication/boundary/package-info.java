/**
 * What keeps strangers out (Điều 4.4, 8.1, 10): request signatures, access keys, sessions.
 *
 * <p>{@link vn.lgsp.authentication.boundary.Authentication} is the only place where a {@link vn.lgsp.model.Caller} is made.
 */
package vn.lgsp.authentication.boundary;
