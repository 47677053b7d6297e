package vn.lgsp.registry.control.transform;

import java.io.IOException;
import java.io.OutputStream;

/** A program made ready, for any number of documents and threads; runs under a {@link Watch}. */
interface Converter {

    /**
     * Converts a document.
     *
     * @param document whole
     * @param result bounded; not closed
     * @throws ConversionFault where the document cannot be converted
     * @throws IOException never for what is wrong with the document
     */
    void convert(byte[] document, OutputStream result) throws ConversionFault, IOException;
}
