package vn.lgsp.registry.control.content;

/** A schema that cannot be used, with the reason as a key of the bundle Fields. */
public final class SchemaFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String document;
    private final int line;

    /**
     * Says what is wrong with a schema.
     *
     * @param document which of its documents; null when it is not known
     * @param line from 1; 0 when it is not known
     * @param detail what the compiler says; may be null
     */
    SchemaFault(String reason, String document, int line, String detail) {
        super(detail);
        this.reason = reason;
        this.document = document;
        this.line = line;
    }

    public String reason() {
        return reason;
    }

    /** Where, and what the compiler says, in one line. */
    public String told() {
        String where = (document == null ? "" : document) + (line > 0 ? ":" + line : "");
        String what = getMessage() == null ? "" : getMessage();
        String all = where.isEmpty() ? what : where + (what.isEmpty() ? "" : " " + what);
        return all.length() > 300 ? all.substring(0, 300) + "…" : all;
    }
}
