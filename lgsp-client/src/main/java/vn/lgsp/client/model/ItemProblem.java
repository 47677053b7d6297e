package vn.lgsp.client.model;

import java.util.List;

/**
 * Why one item of a request for many was refused.
 *
 * @param code of the catalogue
 * @param detail what happened
 * @param fix what to do about it
 * @param retry whether the same item may go well later
 * @param errors what is wrong with which field; may be empty
 */
public record ItemProblem(String code, String detail, String fix, boolean retry, List<FieldError> errors) {}
