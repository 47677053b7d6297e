/** The workers of the registry: checks of what people type, searches, and the reasons why something may be sent. */
package vn.lgsp.registry.control;
