package vn.lgsp.registry.control.transform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.registry.control.content.DocumentForm;
import vn.lgsp.registry.control.content.Limits;

/** Documents as they come in: nothing is converted that could not be read as what it is said to be. */
final class Documents {
    private static final int VALUE = 1 << 23;

    private Documents() {}

    /** Limits for documents that are held in memory. */
    static Limits limits(int depth) {
        return new Limits(depth, VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 8);
    }

    /** Requires XML that can be read; its places at fault are told. */
    static void requireXml(byte[] document, int depth) throws ConversionFault {
        require(DocumentForm.xml(document, limits(depth)));
    }

    /** Requires JSON that can be read; its places at fault are told. */
    static void requireJson(byte[] document, int depth) throws ConversionFault {
        require(DocumentForm.json(document, limits(depth)));
    }

    private static void require(List<Violation> violations) throws ConversionFault {
        if (!violations.isEmpty()) {
            throw new ConversionFault(violations);
        }
    }

    /** The text of bytes that have to be UTF-8, without a mark at its beginning. */
    static String text(byte[] bytes) throws ConversionFault {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConversionFault("content-encoding");
        }
    }

    /** The lines of a program that are not empty, without blanks around them; none for no program. */
    static List<String> lines(byte[] program) throws ConversionFault {
        return program == null
                ? List.of()
                : text(program)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
