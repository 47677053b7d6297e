package vn.lgsp.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** Reads JSON into the records of the interface, and says where it fails. */
@Consumes(MediaType.APPLICATION_JSON)
public class JsonReader implements MessageBodyReader<Record> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        try {
            Record value = Json.MAPPER.readValue(in, type);
            if (value == null) {
                throw new LgspException(ErrorCode.REQUEST_MALFORMED, "null");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw refused(unknown, "unknown");
        } catch (StreamReadException broken) {
            var where = broken.getLocation();
            throw new LgspException(
                    ErrorCode.REQUEST_MALFORMED,
                    "JSON, line " + (where == null ? 1 : where.getLineNr()) + ", column "
                            + (where == null ? 1 : where.getColumnNr()));
        } catch (JsonMappingException misfit) {
            if (misfit.getPath().isEmpty()) {
                throw new LgspException(ErrorCode.REQUEST_MALFORMED, "JSON");
            }
            throw refused(misfit, "form");
        } catch (JsonProcessingException | CharConversionException broken) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "JSON");
        }
    }

    private static LgspException refused(JsonMappingException misfit, String reason) {
        String path = misfit.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(Collectors.joining());
        return new LgspException(
                ErrorCode.REQUEST_INVALID,
                List.of(new FieldError(path.startsWith(".") ? path.substring(1) : path, reason)));
    }
}
