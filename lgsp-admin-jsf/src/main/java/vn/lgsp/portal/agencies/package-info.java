/** Agencies and identifier codes (portal.md 4.1, 4.2). */
package vn.lgsp.portal.agencies;
