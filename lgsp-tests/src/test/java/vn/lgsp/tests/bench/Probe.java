package vn.lgsp.tests.bench;

/**
 * One request that is measured.
 *
 * @param what in words
 * @param username who asks
 * @param path with its query
 * @param budgetMillis what 95 of 100 must stay below
 */
record Probe(String what, String username, String path, int budgetMillis) {}
