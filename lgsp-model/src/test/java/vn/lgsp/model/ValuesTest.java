package vn.lgsp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void ids_are_version_7_unique_and_tell_their_time() {
        Set<UUID> seen = new HashSet<>();
        long before = System.currentTimeMillis();
        for (int i = 0; i < 10_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(seen.add(id)).isTrue();
        }
        assertThat(Ids.instant(Ids.next())).isBetween(Instant.ofEpochMilli(before), Instant.now());
    }

    @Test
    void the_floor_of_a_time_is_below_every_id_of_it() {
        Instant hour = Instant.parse("2026-05-01T00:00:00Z");
        assertThat(Ids.floor(hour).toString()).endsWith("-0000-0000-000000000000");
        assertThat(Ids.instant(Ids.floor(hour))).isEqualTo(hour);
    }

    @Test
    void a_digest_is_read_as_it_is_written() {
        Digest digest = Digest.of(new byte[32]);
        assertThat(Digest.parse(digest.toString())).contains(digest);
        assertThat(digest.toString()).isEqualTo("sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:");
    }

    @Test
    void anything_else_is_not_a_digest() {
        assertThat(Digest.parse(null)).isEmpty();
        assertThat(Digest.parse("sha-256=AAAA")).isEmpty();
        assertThat(Digest.parse("md5=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:"))
                .isEmpty();
        byte[] short31 = new byte[31];
        assertThatThrownBy(() -> Digest.of(short31)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void vietnamese_is_found_with_and_without_accents_in_either_normal_form() {
        assertThat(SearchText.fold("Sở  Thông tin và Truyền thông ĐÔNG"))
                .isEqualTo("so thong tin va truyen thong dong");
        assertThat(SearchText.fold(Normalizer.normalize("Hải Dương", Normalizer.Form.NFD)))
                .isEqualTo("hai duong");
    }
}
