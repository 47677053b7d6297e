package vn.lgsp.model.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From where the platform may be used (Điều 14.4: mạng nội bộ). No range at all allows everything; this machine itself is always allowed, so
 * that nobody can lock out whoever sits at it.
 *
 * @param ranges in the order given
 */
public record AllowedNetworks(List<AddressRange> ranges) {

    /** The setting that holds them. */
    public static final String SETTING = "lgsp.network.allowed";

    public AllowedNetworks {
        ranges = List.copyOf(ranges);
    }

    /** Reads ranges separated by commas or blanks; null and blank allow everything. */
    public static AllowedNetworks parse(String text) {
        return new AllowedNetworks(entries(text).stream()
                .map(entry -> AddressRange.parse(entry)
                        .orElseThrow(() -> new IllegalArgumentException("not an address range: " + entry)))
                .toList());
    }

    /** The first entry that is no address range; empty when all are. */
    public static Optional<String> malformedIn(String text) {
        return entries(text).stream()
                .filter(entry -> AddressRange.parse(entry).isEmpty())
                .findFirst();
    }

    /**
     * Says whether requests from this address are served.
     *
     * @param address a literal; null or anything else is not allowed
     */
    public boolean allows(String address) {
        Optional<InetAddress> literal = AddressRange.address(address);
        return literal.isPresent()
                && (ranges.isEmpty()
                        || literal.get().isLoopbackAddress()
                        || ranges.stream().anyMatch(range -> range.contains(literal.get())));
    }

    /**
     * Says whether one of the ranges names this address: unlike {@link #allows}, no range names nobody, and this machine has to be named too.
     *
     * @param address a literal; null or anything else is not named
     */
    public boolean names(String address) {
        Optional<InetAddress> literal = AddressRange.address(address);
        return literal.isPresent() && ranges.stream().anyMatch(range -> range.contains(literal.get()));
    }

    private static List<String> entries(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\s]+"))
                        .filter(entry -> !entry.isBlank())
                        .toList();
    }
}
