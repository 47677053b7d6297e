/**
 * Measures the platform ({@code ./lgsp bench}): the portal over a database of millions of packets, the directory, what signatures cost; the
 * exchange itself in a package of its own. Tools and no tests: what they find depends on the machine, so it goes to docs/benchmarks and decides
 * no build.
 */
package vn.lgsp.tests.bench;
