/** Users, roles, and one's own account. */
package vn.lgsp.portal.account;
