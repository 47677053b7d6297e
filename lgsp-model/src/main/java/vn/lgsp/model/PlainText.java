package vn.lgsp.model;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * JSON and XML columns are text to the entities, and go to the database as they are. Without this Hibernate would take the first library that
 * it finds for them, half of it from here and half from the application server.
 */
public class PlainText implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        return requireText(type).cast(text.toString());
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return (String) requireText(type).cast(value);
    }

    private static <T> Class<T> requireText(JavaType<T> type) {
        if (type.getJavaTypeClass() != String.class) {
            throw new UnsupportedOperationException("such a column is a String, not " + type.getTypeName());
        }
        return type.getJavaTypeClass();
    }
}
