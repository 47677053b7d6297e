package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Groups;
import vn.lgsp.routing.boundary.RouteRule;

/** Says what is wrong with rules, before they are kept. */
@ApplicationScoped
public class RouteDrafts {
    private static final int MOST_RULES = 500;
    private static final int MOST_VALUES = 200;
    private static final int MOST_WORDS = 10;
    private static final int MOST_NAME = 200;
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    @EJB
    private Directory directory;

    @EJB
    private Groups groups;

    /**
     * Requires that rules can be kept.
     *
     * @throws LgspException REQUEST_INVALID naming the fields, e.g. {@code rules[2].to.agencies}
     */
    public void require(List<RouteRule> rules) {
        List<FieldError> errors = new ArrayList<>();
        if (rules.size() > MOST_RULES) {
            throw new LgspException(
                    ErrorCode.REQUEST_INVALID, List.of(new FieldError("rules", "items", 0, MOST_RULES)));
        }
        for (int i = 0; i < rules.size(); i++) {
            check("rules[" + i + "].", rules.get(i), errors);
        }
        if (!errors.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, errors);
        }
    }

    private void check(String field, RouteRule rule, List<FieldError> errors) {
        if (rule.code() == null || !CODE.matcher(rule.code()).matches()) {
            errors.add(new FieldError(field + "code", "form"));
        }
        text(field + "name", rule.name(), MOST_NAME, errors);
        condition(field + "when.", rule.when(), errors);
        target(field + "to.", rule.to(), errors);
    }

    private void condition(String field, RouteRule.Condition when, List<FieldError> errors) {
        all(
                field + "dataTypes",
                when.dataTypes(),
                MOST_VALUES,
                code -> directory.dataType(code).isPresent(),
                errors);
        if (when.source() != null && directory.resolve(when.source()).isEmpty()) {
            errors.add(new FieldError(field + "source", "agency"));
        }
        if (when.words().size() > MOST_WORDS) {
            errors.add(new FieldError(field + "words", "items", 0, MOST_WORDS));
        } else {
            when.words().forEach(word -> text(field + "words", word, 100, errors));
        }
        boolean sizes = Stream.of(when.minBytes(), when.maxBytes())
                .filter(Objects::nonNull)
                .allMatch(size -> size >= 0);
        if (!sizes || when.minBytes() != null && when.maxBytes() != null && when.minBytes() > when.maxBytes()) {
            errors.add(new FieldError(
                    field + "maxBytes", "number", when.minBytes() == null ? 0 : when.minBytes(), Long.MAX_VALUE));
        }
        boolean none = when.fromHour() == null && when.toHour() == null;
        boolean hours = when.fromHour() != null
                && when.toHour() != null
                && when.fromHour() >= 0
                && when.fromHour() <= 23
                && when.toHour() >= 1
                && when.toHour() <= 24
                && !when.fromHour().equals(when.toHour());
        if (!none && !hours) {
            errors.add(new FieldError(field + "fromHour", "number", 0, 24));
        }
    }

    private void target(String field, RouteRule.Target to, List<FieldError> errors) {
        int named = to.agencies().size() + to.groups().size();
        if (named == 0 || named > MOST_VALUES) {
            errors.add(new FieldError(field + "agencies", "items", 1, MOST_VALUES));
            return;
        }
        all(field + "agencies", to.agencies(), MOST_VALUES, this::agency, errors);
        all(
                field + "groups",
                to.groups(),
                MOST_VALUES,
                code -> groups.members(code).isPresent(),
                errors);
        if (to.backup() != null && !agency(to.backup())) {
            errors.add(new FieldError(field + "backup", "agency"));
        }
        if (to.application() != null
                && (to.agencies().size() != 1 || !to.groups().isEmpty())) {
            errors.add(new FieldError(field + "application", "application-one"));
        } else if (to.application() != null) {
            text(field + "application", to.application(), 60, errors);
        }
    }

    private boolean agency(String code) {
        return directory.resolve(code).isPresent();
    }

    private static void all(
            String field,
            List<String> values,
            int most,
            java.util.function.Predicate<String> known,
            List<FieldError> errors) {
        if (values.size() > most) {
            errors.add(new FieldError(field, "items", 0, most));
        } else if (values.stream().anyMatch(Objects::isNull) || !values.stream().allMatch(known)) {
            errors.add(new FieldError(field, "no-such"));
        }
    }

    private static void text(String field, String value, int most, List<FieldError> errors) {
        if (value == null || value.isBlank() || value.length() > most) {
            errors.add(new FieldError(field, "length", 1, most));
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field, "control-character"));
        }
    }
}
