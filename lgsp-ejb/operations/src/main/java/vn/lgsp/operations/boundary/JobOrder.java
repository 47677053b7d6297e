package vn.lgsp.operations.boundary;

import java.util.List;
import java.util.Map;

/**
 * A bulk act that a person orders.
 *
 * @param kind of a {@link vn.lgsp.model.job.JobHandler}
 * @param items 1–10,000 different texts of 1–200 characters
 * @param parameters at most 20; names of 1–60, values of at most 1000 characters; never null
 * @param reason why, 1–500 characters
 * @param token 8–100 characters that the page made for this order: sent twice, the order is one job
 */
public record JobOrder(String kind, List<String> items, Map<String, String> parameters, String reason, String token) {}
