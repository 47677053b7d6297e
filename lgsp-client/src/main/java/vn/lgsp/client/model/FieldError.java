package vn.lgsp.client.model;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field
 * @param reason what is wrong with it
 */
public record FieldError(String field, String reason) {}
