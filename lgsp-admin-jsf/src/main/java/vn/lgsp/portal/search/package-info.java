/** One search over packets, agencies and their codes, applications and pages (Ctrl+K). */
package vn.lgsp.portal.search;
