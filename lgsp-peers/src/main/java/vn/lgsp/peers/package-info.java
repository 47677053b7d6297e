/**
 * Software of others that the exchange is measured beside ({@code ./lgsp bench exchange}), each in a process of its own that does rounds of
 * work on demand. Nothing of the platform depends on it.
 */
package vn.lgsp.peers;
