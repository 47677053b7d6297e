/** Keys of applications: the list, one key, issuing, rotating, and leave to sign in old ways (portal.md 4.6). */
package vn.lgsp.portal.keys;
