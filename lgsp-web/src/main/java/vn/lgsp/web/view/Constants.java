package vn.lgsp.web.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as the interface writes them: {@code WEB_SERVICE} is {@code web-service}. */
public final class Constants {
    private Constants() {}

    /** How the constant is written; null for null. */
    public static String of(Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a constant; null for null. Anything else is refused with what there is to choose from. */
    public static <E extends Enum<E>> E read(String field, String text, Class<E> type) {
        return text == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> of(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Inputs.invalid(
                                field,
                                "choice",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Constants::of)
                                        .collect(Collectors.joining(", "))));
    }
}
