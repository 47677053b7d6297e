/** Transformations of content: list, program and trial, who takes them (portal.md 5.4). */
package vn.lgsp.portal.transformations;
