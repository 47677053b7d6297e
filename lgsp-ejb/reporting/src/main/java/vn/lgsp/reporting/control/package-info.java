/** Keeps the roll-ups and reads them. */
package vn.lgsp.reporting.control;
