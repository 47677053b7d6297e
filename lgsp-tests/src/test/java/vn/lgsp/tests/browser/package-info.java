/** The portal in a real browser, against the running platform. */
package vn.lgsp.tests.browser;
