package vn.lgsp.operations.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.operations.boundary.JobOrder;

/** An order of a job that has been looked at: bounded in every direction. */
final class NewJob {
    static final int MAX_ITEMS = 10_000;
    private static final int MAX_ITEM = 200;
    private static final int MAX_PARAMETERS = 20;
    private static final int MAX_NAME = 60;
    private static final int MAX_VALUE = 1_000;
    private static final int MAX_REASON = 500;
    private static final int MIN_TOKEN = 8;
    private static final int MAX_TOKEN = 100;

    private final JobOrder order;

    /**
     * Looks at an order.
     *
     * @throws LgspException REQUEST_INVALID with the field at fault
     */
    NewJob(JobOrder order, Set<String> kinds) {
        this.order = order;
        require(order.kind() != null && kinds.contains(order.kind()), "kind", "choice", String.join(", ", kinds));
        require(
                lengthOf(order.reason()) >= 1 && lengthOf(order.reason()) <= MAX_REASON,
                "reason",
                "length",
                1,
                MAX_REASON);
        require(
                lengthOf(order.token()) >= MIN_TOKEN && lengthOf(order.token()) <= MAX_TOKEN,
                "token",
                "length",
                MIN_TOKEN,
                MAX_TOKEN);
        items(order.items());
        parameters(order.parameters());
    }

    JobOrder order() {
        return order;
    }

    private static void items(List<String> items) {
        require(items != null && !items.isEmpty() && items.size() <= MAX_ITEMS, "items", "items", 1, MAX_ITEMS);
        for (String item : items) {
            require(lengthOf(item) >= 1 && lengthOf(item) <= MAX_ITEM, "items", "length", 1, MAX_ITEM);
        }
        require(new HashSet<>(items).size() == items.size(), "items", "duplicate");
    }

    private static void parameters(Map<String, String> parameters) {
        require(parameters != null && parameters.size() <= MAX_PARAMETERS, "parameters", "items", 0, MAX_PARAMETERS);
        parameters.forEach((name, value) -> require(
                lengthOf(name) >= 1 && name.length() <= MAX_NAME && value != null && value.length() <= MAX_VALUE,
                "parameters",
                "length",
                0,
                MAX_VALUE));
    }

    /** The parameters as a JSON object. */
    String parametersAsJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(order.parameters()).forEach(json::add);
        return json.build().toString();
    }

    /** The same for the same order, whatever order its parameters are in. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, order.kind());
            add(digest, order.reason());
            add(digest, parametersAsJson());
            order.items().forEach(item -> add(digest, item));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length in front, so that no two lists of texts give the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static int lengthOf(String text) {
        return text == null || text.isBlank() ? 0 : text.length();
    }

    private static void require(boolean right, String field, String reason, Object... arguments) {
        if (!right) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
        }
    }
}
