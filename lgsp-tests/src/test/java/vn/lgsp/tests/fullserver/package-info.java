/** The same EAR on a full Payara Server; runs with {@code ./lgsp test --full-server}. */
package vn.lgsp.tests.fullserver;
