/**
 * Measures the exchange of packets beside peers and limits, in turn and on the same machine: {@code ./lgsp bench exchange}. A tool and no
 * test, as the rest of the benchmarks; its arithmetic and its report have tests.
 */
package vn.lgsp.tests.bench.exchange;
