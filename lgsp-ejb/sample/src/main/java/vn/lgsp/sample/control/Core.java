package vn.lgsp.sample.control;

import java.util.Set;

/** What the demonstration loads at each start and needs while it runs: it stays when samples are removed in demonstration mode. */
final class Core {
    static final Set<String> APPLICATIONS = Set.of("qlvb-stttt", "qlvb-tphd", "qlvb-sct");
    static final Set<String> ACCOUNTS = Set.of("quantri", "vanhanh", "donvi", "kiemtoan", "lanhdao");

    private Core() {}
}
