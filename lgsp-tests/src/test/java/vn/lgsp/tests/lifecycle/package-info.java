/** Every state in which a packet can be found against every act of the interface: docs/guides/lifecycle.md, held against the platform. */
package vn.lgsp.tests.lifecycle;
