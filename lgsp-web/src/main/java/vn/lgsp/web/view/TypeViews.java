package vn.lgsp.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.lgsp.model.error.ContentRefused;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.model.registry.SchemaKind;
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.DataTypeDrafts.NewDataType;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.TypeEvent;

/** Data types and lists of codes, in and out, as the contract names them. */
public final class TypeViews {
    private TypeViews() {}

    /** Schema DataType. */
    public record Type(
            String code,
            String nameVi,
            String nameEn,
            String protocol,
            String owner,
            Integer currentVersion,
            List<Version> versions,
            long applications,
            long rights) {
        /** The type with its versions. */
        public static Type of(DataTypeView view) {
            return new Type(
                    view.code(),
                    view.nameVi(),
                    view.nameEn(),
                    view.protocol(),
                    view.owner() == null ? null : view.owner().code(),
                    view.current(),
                    view.versions().stream().map(Version::of).toList(),
                    view.applications(),
                    view.rights());
        }
    }

    /** Schema DataTypeVersion. */
    public record Version(
            int number,
            String state,
            String standard,
            long maxBytes,
            List<String> mediaTypes,
            int leastFiles,
            Integer mostFiles,
            String namePattern,
            String schema,
            String entryDocument,
            String appliesTo,
            List<Document> documents,
            List<Binding> codes,
            String draftedBy,
            Instant draftedAt,
            String publishedBy,
            Instant publishedAt) {
        /** One version. */
        public static Version of(DataTypeVersionView view) {
            Rules rules = view.rules();
            return new Version(
                    view.number(),
                    view.state().code(),
                    rules.standard(),
                    rules.maxBytes(),
                    rules.mediaTypes(),
                    rules.leastFiles(),
                    rules.mostFiles(),
                    rules.namePattern(),
                    Constants.of(rules.schemaKind()),
                    rules.entryDocument(),
                    rules.appliesTo(),
                    view.documents().entrySet().stream()
                            .map(one -> new Document(one.getKey(), one.getValue()))
                            .toList(),
                    view.codes().entrySet().stream()
                            .map(one -> new Binding(one.getKey(), one.getValue()))
                            .toList(),
                    view.draftedName(),
                    view.draftedAt(),
                    view.publishedName(),
                    view.publishedAt());
        }
    }

    /** Schema SchemaDocument. */
    public record Document(String name, int size) {}

    /** Schema CodeBinding. */
    public record Binding(String path, String list) {}

    /** Schema DataTypeRules. */
    public record NewRules(
            String standard,
            Long maxBytes,
            List<String> mediaTypes,
            Integer leastFiles,
            Integer mostFiles,
            String namePattern,
            String schema,
            String entryDocument,
            String appliesTo,
            List<Binding> codes) {

        /** The rules; what is out of bounds is refused by the core. */
        public Rules rules() {
            if (maxBytes == null) {
                throw Inputs.invalid("maxBytes", "required");
            }
            List<String> types = mediaTypes == null ? List.of() : mediaTypes;
            if (types.stream().anyMatch(Objects::isNull)) {
                throw Inputs.invalid("mediaTypes", "media-type");
            }
            return new Rules(
                    standard,
                    maxBytes,
                    types,
                    leastFiles == null ? 1 : leastFiles,
                    mostFiles,
                    namePattern,
                    Constants.read("schema", schema, SchemaKind.class),
                    entryDocument,
                    appliesTo);
        }

        /** The bound paths, each once. */
        public Map<String, String> bindings() {
            Map<String, String> bindings = new LinkedHashMap<>();
            for (Binding binding : codes == null ? List.<Binding>of() : codes) {
                if (binding == null || binding.path() == null || binding.list() == null) {
                    throw Inputs.invalid("codes", "required");
                }
                if (bindings.put(binding.path(), binding.list()) != null) {
                    throw Inputs.invalid("codes", "duplicate");
                }
            }
            return bindings;
        }
    }

    /** Schema NewDataType. */
    public record NewType(String code, String nameVi, String nameEn, String protocol, String owner, NewRules rules) {

        /** @param ownerId of the agency that {@code owner} names; null for the platform */
        public NewDataType input(UUID ownerId) {
            if (rules == null) {
                throw Inputs.invalid("rules", "required");
            }
            return new NewDataType(code, nameVi, nameEn, protocol, ownerId, rules.rules(), rules.bindings());
        }
    }

    /** Schema DataTypeEvent. */
    public record Line(int version, Instant at, String actor, String act, String reason) {
        /** What was done, in the words of the contract. */
        public static Line of(TypeEvent event) {
            return new Line(event.number(), event.at(), event.actor(), Constants.of(event.act()), event.reason());
        }
    }

    /** Schema Violation. */
    public record Violation(String file, Integer line, Integer column, String path, String reason, String detail) {
        /** A place at fault, in words. */
        public static Violation of(ContentRefused.Violation found, Locale locale) {
            return new Violation(
                    found.file(),
                    found.line() > 0 ? found.line() : null,
                    found.column() > 0 ? found.column() : null,
                    found.path(),
                    found.words(locale),
                    found.detail());
        }
    }

    /** Schema Validation. */
    public record Validation(boolean valid, List<Violation> violations) {
        /** How a sample fared. */
        public static Validation of(List<ContentRefused.Violation> found, Locale locale) {
            return new Validation(
                    found.isEmpty(),
                    found.stream().map(one -> Violation.of(one, locale)).toList());
        }
    }

    /** Schema CodeList. */
    public record CodeList(
            String code,
            String nameVi,
            String nameEn,
            String owner,
            Integer currentVersion,
            List<CodeListVersion> versions) {
        /** The list with its versions. */
        public static CodeList of(CodeListView view) {
            return new CodeList(
                    view.code(),
                    view.nameVi(),
                    view.nameEn(),
                    view.owner() == null ? null : view.owner().code(),
                    view.current(),
                    view.versions().stream().map(CodeListVersion::of).toList());
        }
    }

    /** Schema CodeListVersion. */
    public record CodeListVersion(
            int number,
            String state,
            int entries,
            String draftedBy,
            Instant draftedAt,
            String publishedBy,
            Instant publishedAt) {
        static CodeListVersion of(CodeListView.Version view) {
            return new CodeListVersion(
                    view.number(),
                    view.state().code(),
                    view.entries(),
                    view.draftedName(),
                    view.draftedAt(),
                    view.publishedName(),
                    view.publishedAt());
        }
    }

    /** Schema NewCodeList. */
    public record NewCodeList(String code, String nameVi, String nameEn, String owner) {}

    /** Schema CodeEntry. */
    public record Entry(String code, String nameVi, String nameEn, String validFrom, String validTo) {
        /** One code. */
        public static Entry of(CodeListView.Entry view) {
            return new Entry(
                    view.code(),
                    view.nameVi(),
                    view.nameEn(),
                    Objects.toString(view.validFrom(), null),
                    Objects.toString(view.validTo(), null));
        }
    }

    /** Schema CodeEntries. */
    public record Entries(List<Entry> entries) {

        /** The codes; what is out of bounds is refused by the core. */
        public List<CodeListView.Entry> list() {
            List<CodeListView.Entry> list = new ArrayList<>();
            for (Entry entry : entries == null ? List.<Entry>of() : entries) {
                if (entry == null) {
                    throw Inputs.invalid("entries", "required");
                }
                list.add(new CodeListView.Entry(
                        entry.code(),
                        entry.nameVi(),
                        entry.nameEn(),
                        day("validFrom", entry.validFrom()),
                        day("validTo", entry.validTo())));
            }
            return list;
        }

        private static LocalDate day(String field, String text) {
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Inputs.invalid(field, "form");
            }
        }
    }
}
