package vn.lgsp.registry.control.transform;

import vn.lgsp.model.registry.TransformationKind;

/** Makes programs ready by their kind. */
final class Converters {
    private Converters() {}

    /**
     * Makes a program ready; to be called under a {@link Watch}.
     *
     * @param program as its kind writes it; null for kinds that need none
     * @throws ConversionFault where it cannot be used
     */
    static Converter of(TransformationKind kind, byte[] program, Bounds bounds) throws ConversionFault {
        return switch (kind) {
            case XSLT -> XsltConverter.of(program, bounds.depth());
            case JSONATA -> JsonataConverter.of(program, bounds.depth());
            case XML_TO_JSON -> XmlToJson.of(program, bounds.depth());
            case JSON_TO_XML -> new JsonToXml(bounds.depth());
            case CSV_TO_JSON -> new CsvToJson();
            case JSON_TO_CSV -> JsonToCsv.of(program, bounds.depth());
        };
    }
}
