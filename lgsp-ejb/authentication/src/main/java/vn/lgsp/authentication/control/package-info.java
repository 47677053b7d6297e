/**
 * One verification core with schemes in front. A {@link vn.lgsp.authentication.control.Scheme} turns a request into a
 * {@link vn.lgsp.authentication.control.Claim} and decides nothing; {@link vn.lgsp.authentication.control.Verification} decides.
 */
package vn.lgsp.authentication.control;
