/** What stays, and what is finished, when the process is killed in the middle of its work; and how a start fails. */
package vn.lgsp.tests.crash;
