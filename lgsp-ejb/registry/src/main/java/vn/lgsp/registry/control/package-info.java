/** The workers of the registry, private to it. */
package vn.lgsp.registry.control;
