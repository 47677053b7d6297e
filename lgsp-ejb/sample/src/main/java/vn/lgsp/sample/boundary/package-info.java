/** The public face of the sample data (MẪU): load, remove, and how far that has got. */
package vn.lgsp.sample.boundary;
