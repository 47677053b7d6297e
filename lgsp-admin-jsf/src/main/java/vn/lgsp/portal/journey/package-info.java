/** The journey of one packet (hành trình gói tin), like a parcel's: every step with its time, its actor and its clause. */
package vn.lgsp.portal.journey;
