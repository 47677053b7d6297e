/** Reports over figures: what each agency sent and received (portal.md 8). */
package vn.lgsp.portal.reports;
