package vn.lgsp.registry.control.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.registry.control.transform.JsonValues.Scalar;

/** The convention of {@link XmlToJson} the other way round. What has no place in XML is refused where it stands. */
record JsonToXml(int depth) implements Converter {
    private static final Pattern NAME =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.\\-]*:)?[\\p{L}_][\\p{L}\\p{N}_.\\-]*");
    private static final String NIL = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";

    @Override
    public void convert(byte[] document, OutputStream result) throws ConversionFault, IOException {
        Documents.requireJson(document, depth);
        Object root = JsonValues.read(document, depth);
        if (!(root instanceof Map<?, ?> members) || members.size() != 1) {
            throw fault("conversion-root", "/");
        }
        Map.Entry<?, ?> only = members.entrySet().iterator().next();
        if (only.getValue() instanceof List<?>) {
            throw fault("conversion-root", "/" + only.getKey());
        }
        Writer out = new OutputStreamWriter(result, UTF_8);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        element((String) only.getKey(), only.getValue(), "/" + only.getKey(), Set.of("xml"), out);
        out.flush();
    }

    private static void element(String name, Object value, String path, Set<String> prefixes, Writer out)
            throws ConversionFault, IOException {
        Watch.tick();
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof List<?>) {
                    throw fault("conversion-nested", path + "/" + i);
                }
                element(name, items.get(i), path + "/" + i, prefixes, out);
            }
        } else if (value instanceof Map<?, ?> members) {
            object(name, members, path, prefixes, out);
        } else {
            String text = ((Scalar) value).text();
            requireName(name, path, prefixes);
            out.write("<" + name + (text == null ? NIL : ""));
            close(name, text == null ? "" : escaped(text, path), out);
        }
    }

    private static void object(String name, Map<?, ?> members, String path, Set<String> above, Writer out)
            throws ConversionFault, IOException {
        Set<String> prefixes = new HashSet<>(above);
        for (Object member : members.keySet()) {
            if (((String) member).startsWith("@xmlns:")) {
                prefixes.add(((String) member).substring(7));
            }
        }
        requireName(name, path, prefixes);
        out.write("<" + name);
        String text = null;
        boolean elements = false;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String key = (String) member.getKey();
            String where = path + "/" + key;
            if (key.startsWith("@")) {
                attribute(key.substring(1), member.getValue(), where, prefixes, out);
            } else if (key.equals("#text")) {
                text = scalar(member.getValue(), where);
            } else {
                elements = true;
            }
        }
        if (text != null && elements) {
            throw fault("conversion-mixed", path);
        }
        if (!elements) {
            close(name, text == null ? "" : escaped(text, path), out);
            return;
        }
        out.write(">");
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String key = (String) member.getKey();
            if (!key.startsWith("@") && !key.equals("#text")) {
                element(key, member.getValue(), path + "/" + key, prefixes, out);
            }
        }
        out.write("</" + name + ">");
    }

    private static void attribute(String name, Object value, String path, Set<String> prefixes, Writer out)
            throws ConversionFault, IOException {
        if (!name.equals("xmlns") && !name.startsWith("xmlns:")) {
            requireName(name, path, prefixes);
        } else if (!NAME.matcher(name).matches()) {
            throw fault("conversion-name", path);
        }
        String text = scalar(value, path);
        if (text != null) {
            String escaped = escaped(text, path).replace("\"", "&quot;");
            out.write(" " + name + "=\""
                    + escaped.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;") + "\"");
        }
    }

    private static void close(String name, String escaped, Writer out) throws IOException {
        out.write(escaped.isEmpty() ? "/>" : ">" + escaped + "</" + name + ">");
    }

    private static String scalar(Object value, String path) throws ConversionFault {
        if (!(value instanceof Scalar scalar)) {
            throw fault("conversion-nested", path);
        }
        return scalar.text();
    }

    private static void requireName(String name, String path, Set<String> prefixes) throws ConversionFault {
        int colon = name.indexOf(':');
        boolean known = colon < 0 || prefixes.contains(name.substring(0, colon));
        if (!known || name.equals("xmlns") || !NAME.matcher(name).matches()) {
            throw fault("conversion-name", path);
        }
    }

    private static String escaped(String text, String path) throws ConversionFault {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (c < ' ' && c != '\t' && c != '\n' || c == '\ufffe' || c == '\uffff') {
                        throw fault("conversion-character", path);
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }

    private static ConversionFault fault(String reason, String path) {
        return new ConversionFault(reason, 0, 0, path, null, null);
    }
}
