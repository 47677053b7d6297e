package vn.lgsp.reporting.boundary;

/** What one agency sent and received; {@code code} in the form of QCVN 102:2016. */
public record AgencyTraffic(String code, String name, Counts sent, Counts received) {}
