package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedCacheTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final TimedCache<String, String> cache = new TimedCache<>(() -> 10, 3, now::get);

    @Test
    void a_value_is_kept_for_its_time_and_not_longer() {
        cache.put("a", "1");

        now.addAndGet(9);
        assertThat(cache.get("a")).contains("1");
        now.addAndGet(1);
        assertThat(cache.get("a")).isEmpty();
        assertThat(cache.get("b")).isEmpty();
    }

    @Test
    void a_removed_value_is_gone_at_once() {
        cache.put("a", "1");
        cache.remove("a");

        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void it_never_grows_over_its_size() {
        for (var i = 0; i < 100; i++) {
            cache.put("k" + i, "v");
            assertThat(cache.size()).isLessThanOrEqualTo(3);
            assertThat(cache.get("k" + i)).contains("v");
        }
    }

    @Test
    void what_is_over_makes_room_first() {
        cache.put("old1", "v");
        cache.put("old2", "v");
        now.addAndGet(5);
        cache.put("young", "v");
        now.addAndGet(5);
        cache.put("new", "v");

        assertThat(cache.get("young")).contains("v");
    }

    @Test
    void nothing_is_kept_for_no_time() {
        var none = new TimedCache<String, String>(() -> 0, 3, now::get);
        none.put("a", "1");

        assertThat(none.get("a")).isEmpty();
    }
}
