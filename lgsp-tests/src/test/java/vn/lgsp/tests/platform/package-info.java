/** The real distribution as child processes of the tests: how they are started, asked, killed and looked into. */
package vn.lgsp.tests.platform;
