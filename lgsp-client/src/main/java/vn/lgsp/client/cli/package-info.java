/** The command line {@code lgsp}: the client for people and scripts. */
package vn.lgsp.client.cli;
