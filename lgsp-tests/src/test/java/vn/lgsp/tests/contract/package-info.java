/** The interface as applications of agencies see it: the journey of a packet, and each refusal with proof that nothing half-done stays. */
package vn.lgsp.tests.contract;
