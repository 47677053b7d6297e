package vn.lgsp.authentication.control;

import java.util.UUID;

/** A session ended or was prolonged; told inside this node once that is durable. */
public record SessionChanged(UUID sessionId) {}
