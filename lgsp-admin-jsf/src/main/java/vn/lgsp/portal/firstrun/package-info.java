/** The first steps of a new platform. */
package vn.lgsp.portal.firstrun;
