/** Policies of exchange: when packets are announced, how often, how long they wait (portal.md 5.2). */
package vn.lgsp.portal.policies;
