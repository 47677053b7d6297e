package vn.lgsp.model;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * JSON columns are text to the entities, and go to the database as they are. Without this Hibernate would take the first JSON library that it
 * finds, and with it whatever modules the application server has for its own.
 */
public class PlainJson implements FormatMapper {

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
            throw new UnsupportedOperationException("a JSON column is a String, not " + type.getTypeName());
        }
        return type.getJavaTypeClass();
    }
}
