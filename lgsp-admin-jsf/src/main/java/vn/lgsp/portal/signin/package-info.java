/** Signing in and changing one's password. */
package vn.lgsp.portal.signin;
