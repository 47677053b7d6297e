package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Slows down whoever tries many names from one address. An attempt counts when it begins and is forgiven when it was right; the window
 * slides. IPv6 counts by the /64 network, which one customer has whole.
 *
 * <p>Kept in memory on each node, the last ten thousand addresses: it is a second line behind the lock of each name, which stands in the
 * database and holds on all nodes, and an attack must not turn into writes. With n nodes an attacker has at most n times the limit.
 */
@ApplicationScoped
public class AddressBrake {
    private static final int MOST = 10_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    private SignInSettings settings;

    /**
     * Counts an attempt.
     *
     * @throws LgspException SIGN_IN_PAUSED with the seconds to wait
     */
    public void begin(String remoteAddress) {
        begin(remoteAddress, settings.addressFailures(), settings.addressWindow(), Instant.now());
    }

    synchronized void begin(String remoteAddress, int limit, Duration window, Instant now) {
        Deque<Instant> recent = attempts.computeIfAbsent(network(remoteAddress), none -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(window))) {
            recent.removeFirst();
        }
        if (recent.size() >= limit) {
            Duration wait = Duration.between(now, recent.peekFirst().plus(window));
            throw new LgspException(ErrorCode.SIGN_IN_PAUSED, Math.max(1, wait.toSeconds()));
        }
        recent.addLast(now);
    }

    /** Takes the newest attempt of an address back: it was right. */
    public synchronized void forgive(String remoteAddress) {
        Deque<Instant> recent = attempts.get(network(remoteAddress));
        if (recent != null) {
            recent.pollLast();
        }
    }

    private static String network(String remoteAddress) {
        if (remoteAddress == null || remoteAddress.indexOf(':') < 0) {
            return String.valueOf(remoteAddress);
        }
        try {
            byte[] bytes = InetAddress.getByName(remoteAddress).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return remoteAddress;
        }
    }
}
