/** Planning, carrying out and undoing reorganisations (Điều 7.2); private to the registry. */
package vn.lgsp.registry.control.reorganisation;
