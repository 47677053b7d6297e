/**
 * The public face of operations: readiness, background jobs, settings that people change, saved filters, and the first steps of a new
 * platform.
 */
package vn.lgsp.operations.boundary;
