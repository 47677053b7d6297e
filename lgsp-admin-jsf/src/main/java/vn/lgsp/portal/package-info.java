/** The portal for staff: one package per page, all of them on the ground of {@code shell}. Pages decide nothing; boundaries do. */
package vn.lgsp.portal;
