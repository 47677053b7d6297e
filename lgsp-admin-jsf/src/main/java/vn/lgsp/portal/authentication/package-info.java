/** Who was let in, who was refused and why, and what is wrong with a signature (portal.md 2.5, 11.6; Điều 10). */
package vn.lgsp.portal.authentication;
