/** Tests that run inside the real EAR and call the boundaries of the core directly. */
package vn.lgsp.tests.container;
