package vn.lgsp.model.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses with the same beginning, written like {@code 10.0.0.0/8} or {@code 2001:db8::/32} (RFC 4632, RFC 4291); a lone address is a
 * range of one. Names are never looked up. IPv4 written inside IPv6 ({@code ::ffff:10.0.0.1}) is IPv4.
 */
public final class AddressRange {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:]*:?[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
        for (int bit = bits; bit < network.length * 8; bit++) {
            network[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
    }

    /** Reads an address or a range; empty when the text, which may be null, is neither. Bits behind the beginning are ignored. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text == null ? new String[0] : text.strip().split("/", -1);
        if (parts.length < 1 || parts.length > 2) {
            return Optional.empty();
        }
        return address(parts[0]).flatMap(address -> range(address, parts));
    }

    private static Optional<AddressRange> range(InetAddress address, String[] parts) {
        byte[] bytes = address.getAddress();
        if (parts.length == 1) {
            return Optional.of(new AddressRange(bytes, bytes.length * 8));
        }
        if (!BITS.matcher(parts[1]).matches() || Integer.parseInt(parts[1]) > bytes.length * 8) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(bytes, Integer.parseInt(parts[1])));
    }

    /** Reads an address without ever asking a name server; empty when the text, which may be null, is none. */
    static Optional<InetAddress> address(String text) {
        if (text == null) {
            return Optional.empty();
        }
        int zone = text.indexOf('%');
        String literal = zone < 0 ? text : text.substring(0, zone);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Says whether the address lies in this range; one of the other family never does. */
    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange that && bits == that.bits && Arrays.equals(network, that.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + bits;
    }

    /** The range as it is written in settings. */
    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
