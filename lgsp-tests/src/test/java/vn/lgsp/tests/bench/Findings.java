package vn.lgsp.tests.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param empty the same pages before there were packets; without those that need packets
 * @param weights of pages, by what they are
 */
record Findings(
        Instant at,
        long packets,
        int runs,
        Map<String, String> machine,
        Map<Probe, Timing> empty,
        Map<Probe, Timing> full,
        Map<String, Weight> weights,
        List<Download> downloads) {}
