package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tokens for requests: steady, with a store, some at a time")
class BucketTest {
    private static final Bucket BUCKET = new Bucket(20, 10);

    private static long at(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    @DisplayName("it fills steadily, never beyond its size, and not backwards")
    void fills() {
        assertThat(BUCKET.filled(0, 1.5)).isEqualTo(30);
        assertThat(BUCKET.filled(190, 1)).isEqualTo(200);
        assertThat(BUCKET.filled(7, -3)).isEqualTo(7);
    }

    @Test
    @DisplayName("it lends whole tokens, a portion at most, and says when there is another portion")
    void lends() {
        assertThat(BUCKET.lend(200)).isEqualTo(new Bucket.Loan(2, 0));
        assertThat(BUCKET.lend(1.9)).isEqualTo(new Bucket.Loan(1, 0));
        assertThat(BUCKET.lend(0.5)).isEqualTo(new Bucket.Loan(0, 75));
        assertThat(new Bucket(1, 10).lend(0)).isEqualTo(new Bucket.Loan(0, 1_000));
    }

    @Test
    @DisplayName("a lease asks once for a portion, and while the bucket is empty not at all")
    void lease() {
        Lease lease = new Lease();
        AtomicInteger asked = new AtomicInteger();
        assertThat(lease.take(at(0), () -> {
                    asked.incrementAndGet();
                    return new Bucket.Loan(2, 0);
                }))
                .isZero();
        assertThat(lease.take(at(1), () -> {
                    throw new AssertionError("there was one left");
                }))
                .isZero();
        assertThat(lease.take(at(2), () -> new Bucket.Loan(0, 500))).isEqualTo(500);
        assertThat(lease.take(at(400), () -> {
                    throw new AssertionError("nobody asks before it is time");
                }))
                .isBetween(101L, 103L);
        assertThat(lease.take(at(503), () -> new Bucket.Loan(1, 0))).isZero();
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("tokens that nobody used are let go after two seconds")
    void letGo() {
        Lease lease = new Lease();
        assertThat(lease.take(at(0), () -> new Bucket.Loan(100, 0))).isZero();
        assertThat(lease.take(at(2_001), () -> new Bucket.Loan(0, 40))).isEqualTo(40);
    }
}
