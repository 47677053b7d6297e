/** The public face of reporting: figures from roll-ups that are kept as events happen, never from scans; reports and exports. */
package vn.lgsp.reporting.boundary;
