/** Charts drawn by the server: nothing to load, they print, and the same numbers stand in a table below them. */
package vn.lgsp.portal.chart;
