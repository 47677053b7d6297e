/** Passwords, lock-out and the first accounts; private to the module. */
package vn.lgsp.sso.control;
