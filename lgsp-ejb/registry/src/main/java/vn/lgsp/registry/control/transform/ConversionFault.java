package vn.lgsp.registry.control.transform;

import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;

/** A document that could not be converted, or a program that cannot be used: where, and why. */
public final class ConversionFault extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private static final int LONGEST_PATH = 500;

    private final transient List<Violation> places;
    private final String program;

    /** @param reason a key of the bundle Fields */
    ConversionFault(String reason) {
        this(reason, 0, 0, null, null, null);
    }

    /**
     * A place at fault.
     *
     * @param line in the document, from 1; 0 where there is none
     * @param path in the document; null where there is none
     * @param program where in the program, and the code of what happened there: never anything of the document; may be null
     * @param detail what the processor says; it may quote the document; may be null
     */
    ConversionFault(String reason, int line, int column, String path, String program, String detail) {
        super(reason, null, false, false);
        String what = program == null ? detail : detail == null ? program : program + ": " + detail;
        this.places = List.of(new Violation(
                null, Math.max(line, 0), Math.max(column, 0), cut(path, LONGEST_PATH), reason, cut(what, LONGEST)));
        this.program = cut(program, LONGEST);
    }

    /** A document that is at fault itself. */
    ConversionFault(List<Violation> places) {
        super(places.get(0).reason(), null, false, false);
        this.places = List.copyOf(places);
        this.program = null;
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** The places at fault in a file of this name; for whoever may see the document. */
    public List<Violation> in(String file) {
        return places.stream()
                .map(one -> new Violation(file, one.line(), one.column(), one.path(), one.reason(), one.detail()))
                .toList();
    }

    /** Where in the program, without anything of the document; null where there is none. */
    public String program() {
        return program;
    }

    /** The first reason, a key of the bundle Fields. */
    public String reason() {
        return places.get(0).reason();
    }
}
