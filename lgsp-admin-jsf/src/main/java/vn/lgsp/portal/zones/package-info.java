/** Zones: where agencies are reached (portal.md 4.7). */
package vn.lgsp.portal.zones;
