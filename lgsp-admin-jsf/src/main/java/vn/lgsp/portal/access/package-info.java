/** Pages about access rights (portal.md 4.5). */
package vn.lgsp.portal.access;
