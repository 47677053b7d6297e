/**
 * Measures the portal over a database of millions of packets: {@code ./lgsp bench portal}. A tool and no test: what it finds depends on the
 * machine, so it goes to docs/benchmarks and decides no build.
 */
package vn.lgsp.tests.bench;
