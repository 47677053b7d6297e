/** Signing in, choosing and changing one's password. */
package vn.lgsp.portal.signin;
