package vn.lgsp.operations.control;

import java.util.UUID;

/** Told when a job has been ordered; whoever cares for what is durable watches {@code AFTER_SUCCESS}. */
public record JobSubmitted(UUID jobId) {}
