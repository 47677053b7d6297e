/**
 * Lists as one declaration: a page names its filters and columns once, and the screen, the cards on a telephone, the address, the exports
 * and the saved filters are made from it. The recipe stands in docs/guides/portal-pages.md.
 */
package vn.lgsp.portal.list;
