package vn.lgsp.portal.list;

/** One value that a filter offers: how it stands in the address, and what people read. */
public record Choice(String value, String text) {}
