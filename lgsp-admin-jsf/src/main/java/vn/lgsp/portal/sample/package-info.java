/** The page of the sample data. */
package vn.lgsp.portal.sample;
