/** Data types, their schemas and versions (portal.md 5.3). */
package vn.lgsp.portal.types;
