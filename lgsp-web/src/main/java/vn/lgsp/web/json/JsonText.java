package vn.lgsp.web.json;

/** An answer that was written as JSON before. */
public record JsonText(String json) {}
