/** The list of packets (gói tin). */
package vn.lgsp.portal.packets;
