/** What could not be delivered: the list, and one entry with the decisions of the source (portal.md 2.3). */
package vn.lgsp.portal.undeliverable;
