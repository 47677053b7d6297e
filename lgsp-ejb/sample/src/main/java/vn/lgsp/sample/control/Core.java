package vn.lgsp.sample.control;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the demonstration loads at each start and needs while it runs: it stays when samples are removed in demonstration mode. */
final class Core {
    static final Set<String> APPLICATIONS = Set.of("qlvb-stttt", "qlvb-tphd", "qlvb-sct");
    static final Set<String> ACCOUNTS = Stream.concat(
                    Stream.of("quantri", "vanhanh", "donvi", "kiemtoan", "lanhdao"), People.usernames())
            .collect(Collectors.toUnmodifiableSet());

    private Core() {}
}
