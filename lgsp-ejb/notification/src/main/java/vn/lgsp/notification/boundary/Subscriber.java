package vn.lgsp.notification.boundary;

import java.util.concurrent.CompletionStage;

/** The open end of a stream: somebody who reads events now, by whatever channel. Called by one thread at a time. */
public interface Subscriber {

    /** Hands an event over; the stage ends when it was written, or fails when the reader is gone. */
    CompletionStage<?> deliver(Notice notice);

    /** Sends a sign of life; the stage fails when the reader is gone. */
    CompletionStage<?> beat();

    /** Says whether the reader is known to be gone, or has lost the right to read. Asked before each event and every few seconds. */
    boolean closed();

    /** Lets go of the channel. */
    void close();
}
