/** The public face of the registry: who exists, what they are called, what they may do. */
package vn.lgsp.registry.boundary;
