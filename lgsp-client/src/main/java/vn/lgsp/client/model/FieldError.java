package vn.lgsp.client.model;

/**
 * What is wrong with one field of a request, or with one place of the content.
 *
 * @param field path of the field; of content file, line, column and path, e.g. {@code a.xml:12:25 /record/code}
 * @param reason what is wrong with it
 */
public record FieldError(String field, String reason) {}
