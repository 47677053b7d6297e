/** The dashboard: first what is wrong or waits, then the figures (portal.md 1.1). */
package vn.lgsp.portal.dashboard;
