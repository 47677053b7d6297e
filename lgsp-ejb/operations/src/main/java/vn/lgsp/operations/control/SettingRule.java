package vn.lgsp.operations.control;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.operations.boundary.SettingType;

/** What values a setting can have. */
sealed interface SettingRule {
    /** The field that a refused value is told of. */
    String FIELD = "value";

    SettingType type();

    /** Why a value, never null and without blanks around it, is refused; empty when it is not. */
    Optional<FieldError> refusal(String value);

    default String least() {
        return "";
    }

    String most();

    /** A whole number from least to most. */
    record Whole(long from, long to) implements SettingRule {
        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

        @Override
        public SettingType type() {
            return SettingType.NUMBER;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            boolean right =
                    DIGITS.matcher(value).matches() && Long.parseLong(value) >= from && Long.parseLong(value) <= to;
            return when(!right, "number", from, to);
        }

        @Override
        public String least() {
            return Long.toString(from);
        }

        @Override
        public String most() {
            return Long.toString(to);
        }
    }

    /** A duration from least to most. */
    record Span(String from, String to) implements SettingRule {

        @Override
        public SettingType type() {
            return SettingType.DURATION;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            try {
                Duration duration = Duration.parse(value);
                boolean right =
                        duration.compareTo(Duration.parse(from)) >= 0 && duration.compareTo(Duration.parse(to)) <= 0;
                return when(!right, "duration", from, to);
            } catch (DateTimeParseException malformed) {
                return when(true, "duration", from, to);
            }
        }

        @Override
        public String least() {
            return from;
        }

        @Override
        public String most() {
            return to;
        }
    }

    /** Some characters of one line. */
    record Text(int shortest, int longest, Pattern form) implements SettingRule {
        private static final Pattern ANY = Pattern.compile(".*");

        Text(int shortest, int longest) {
            this(shortest, longest, ANY);
        }

        @Override
        public SettingType type() {
            return SettingType.TEXT;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            if (value.length() < shortest || value.length() > longest) {
                return when(true, "length", shortest, longest);
            }
            return when(!value.isEmpty() && !form.matcher(value).matches(), "form");
        }

        @Override
        public String most() {
            return Integer.toString(longest);
        }
    }

    /** Ranges of addresses; none is a value, too. */
    record Ranges(int longest) implements SettingRule {

        @Override
        public SettingType type() {
            return SettingType.LIST;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            if (value.length() > longest) {
                return when(true, "length", 0, longest);
            }
            return AllowedNetworks.malformedIn(value).map(entry -> new FieldError(FIELD, "address-range", entry));
        }

        @Override
        public String most() {
            return Integer.toString(longest);
        }
    }

    /** Addresses of this platform; none is a value, too. */
    record Urls(int longest) implements SettingRule {

        @Override
        public SettingType type() {
            return SettingType.LIST;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            if (value.length() > longest) {
                return when(true, "length", 0, longest);
            }
            return Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(url -> !url.isEmpty() && !isBase(url))
                    .findFirst()
                    .map(url -> new FieldError(FIELD, "url", url));
        }

        private static boolean isBase(String url) {
            try {
                URI uri = new URI(url);
                return uri.getScheme() != null
                        && uri.getScheme().matches("(?i)https?")
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null
                        && uri.getRawPath().matches("/?");
            } catch (java.net.URISyntaxException malformed) {
                return false;
            }
        }

        @Override
        public String most() {
            return Integer.toString(longest);
        }
    }

    /** One of some words. */
    record Choice(List<String> choices) implements SettingRule {

        @Override
        public SettingType type() {
            return choices.equals(List.of("true", "false")) ? SettingType.YES_NO : SettingType.CODE;
        }

        @Override
        public Optional<FieldError> refusal(String value) {
            return when(!choices.contains(value), "choice", String.join(", ", choices));
        }

        @Override
        public String most() {
            return "";
        }
    }

    private static Optional<FieldError> when(boolean wrong, String reason, Object... arguments) {
        return wrong ? Optional.of(new FieldError(FIELD, reason, arguments)) : Optional.empty();
    }
}
