/** Rules that find destinations, their versions, and trying them (portal.md 5.1). */
package vn.lgsp.portal.routes;
