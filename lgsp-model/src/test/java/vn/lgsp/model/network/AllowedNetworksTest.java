package vn.lgsp.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 198.51.100.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "::/0, 2001:db8::1, true",
        "::/0, 10.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "2001:db8::/32, ::ffff:10.1.2.3, false"
    })
    void a_range_has_the_addresses_that_begin_like_it(String range, String address, boolean inside) {
        assertThat(AllowedNetworks.parse(range).allows(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
    void this_machine_is_never_locked_out(String loopback) {
        assertThat(AllowedNetworks.parse("10.0.0.0/8").allows(loopback)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "2001:db8::1"})
    void no_range_allows_every_address(String address) {
        assertThat(AllowedNetworks.parse(null).allows(address)).isTrue();
        assertThat(AllowedNetworks.parse(" , ").allows(address)).isTrue();
    }

    @Test
    void several_ranges_are_separated_by_commas_blanks_or_lines() {
        AllowedNetworks networks = AllowedNetworks.parse("10.0.0.0/8, 192.168.1.5\n2001:db8::/32");
        assertThat(networks.ranges()).hasToString("[10.0.0.0/8, 192.168.1.5/32, 2001:db8:0:0:0:0:0:0/32]");
        assertThat(networks.allows("192.168.1.5")).isTrue();
        assertThat(networks.allows("192.168.1.6")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0",
                "256.0.0.1",
                "localhost",
                "lgsp.example.vn",
                "1:2",
                ":::",
                "10.0.0.0/a"
            })
    void what_is_no_range_is_told(String text) {
        assertThat(AllowedNetworks.malformedIn("10.0.0.0/8," + text)).contains(text);
        assertThatThrownBy(() -> AllowedNetworks.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "lgsp.example.vn", "10.0.0.1/8", "10.0.0.1, 10.0.0.2"})
    void only_an_address_is_let_in(String address) {
        assertThat(AllowedNetworks.parse("").allows(address)).isFalse();
        assertThat(AllowedNetworks.parse("").allows(null)).isFalse();
    }

    @Test
    void bits_behind_the_beginning_do_not_count() {
        assertThat(AddressRange.parse("10.1.2.3/8")).isEqualTo(AddressRange.parse("10.0.0.0/8"));
        assertThat(AddressRange.parse("10.1.2.3/8")).isNotEqualTo(AddressRange.parse("10.0.0.0/9"));
    }

    @Test
    void a_gate_follows_its_setting_and_a_setting_that_cannot_be_read_lets_in_this_machine_only() {
        NetworkGate gate = new NetworkGate();
        assertThat(gate.allows(null, "10.0.0.1")).isTrue();
        assertThat(gate.allows("192.168.0.0/16", "10.0.0.1")).isFalse();
        assertThat(gate.allows("", "10.0.0.1")).isTrue();
        assertThat(gate.allows("nonsense", "10.0.0.1")).isFalse();
        assertThat(gate.allows("nonsense", "127.0.0.1")).isTrue();
    }
}
