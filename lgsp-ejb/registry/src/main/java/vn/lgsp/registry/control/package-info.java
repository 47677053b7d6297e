/** Private to the registry. */
package vn.lgsp.registry.control;
