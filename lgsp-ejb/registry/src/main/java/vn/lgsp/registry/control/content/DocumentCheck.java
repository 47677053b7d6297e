package vn.lgsp.registry.control.content;

import java.io.IOException;
import java.io.InputStream;

/** Holds documents against the rules of a type; for any number of threads at once. */
interface DocumentCheck {

    /**
     * Reads a document and notes what is wrong with it.
     *
     * @param content not closed
     * @throws IOException when the bytes could not be had; never for what is wrong with them
     */
    void check(InputStream content, Findings findings) throws IOException;
}
