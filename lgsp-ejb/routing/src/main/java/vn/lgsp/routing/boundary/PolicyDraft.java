package vn.lgsp.routing.boundary;

/**
 * A policy as somebody writes it. Nothing is checked yet.
 *
 * @param code small letters, digits and dashes, 2–40; of a policy that exists: its next version
 * @param nameVi 1–200 characters
 * @param nameEn 1–200 characters
 * @param terms never null; what is left open: no window, no deadline, no report, and otherwise as the platform's own policy
 */
public record PolicyDraft(String code, String nameVi, String nameEn, TermsInput terms) {}
