/** Entities, value types, lifecycles and the error catalogue. Nothing here needs a container or knows the modules of the core. */
package vn.lgsp.model;
