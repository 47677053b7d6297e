package vn.lgsp.registry.boundary;

/**
 * Something wrong with a row of a list.
 *
 * @param position of the row in the list
 * @param field which column: the name of a component of {@link AgencyListRow}
 * @param reason short name of what is wrong
 * @param error the row will not be entered; otherwise only the difference will not
 * @param value what stands there, cut to 200 characters; may be null
 */
public record ImportProblem(int position, String field, String reason, boolean error, String value) {}
