/** Arquillian's way into the platform: the launcher, started as always, with an EAR that holds the tests as well. */
package vn.lgsp.tests.arquillian;
