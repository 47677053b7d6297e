package vn.lgsp.sample.control;

import java.time.Duration;

/** How soon an application takes what waits for it. */
enum Channel {
    /** It listens and takes at once. */
    PUSH(Duration.ofMillis(90), Duration.ofMillis(1_600), 0.9),
    /** It asks every few minutes. */
    POLL(Duration.ofMinutes(3), Duration.ofSeconds(4), 0.8),
    /** Somebody opens it when there is time. */
    OFFICE(Duration.ofMinutes(50), Duration.ofMinutes(4), 0.9);

    private final Duration told;
    private final Duration ready;
    private final double spread;

    Channel(Duration told, Duration ready, double spread) {
        this.told = told;
        this.ready = ready;
        this.spread = spread;
    }

    /** From the plan to the moment when the application hears of the packet. */
    Duration told(Dice dice) {
        return dice.around(told, spread);
    }

    /** From there to the moment when it is ready to receive. */
    Duration ready(Dice dice) {
        return dice.around(ready, spread);
    }
}
