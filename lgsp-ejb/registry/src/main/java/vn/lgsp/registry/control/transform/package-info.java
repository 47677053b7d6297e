/**
 * Conversion of documents into other forms (Điều 8.4): programs that people wrote – stylesheets, expressions – and conventions of the platform's own.
 * Whatever runs here reads and writes nothing but the document it was given, and ends: each step looks at the clock and at what was allocated
 * (threats 17, 18, 22).
 */
package vn.lgsp.registry.control.transform;
