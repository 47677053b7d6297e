package vn.lgsp.web.view;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.ApplicationInput;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.ServiceInput;
import vn.lgsp.registry.boundary.ServiceView;

/** Applications and services, in and out, as the contract names them. */
public final class ApplicationViews {
    private ApplicationViews() {}

    /** Schema Application. */
    public record Item(
            UUID id,
            String code,
            String name,
            String agency,
            String agencyName,
            String kind,
            String environment,
            boolean sends,
            boolean receives,
            String channel,
            String state,
            boolean sample,
            Instant createdAt) {
        /** A row of a list. */
        public static Item of(ApplicationRow row) {
            return new Item(
                    row.id(),
                    row.code(),
                    row.name(),
                    row.agencyCode(),
                    row.agencyName(),
                    Constants.of(row.kind()),
                    Constants.of(row.environment()),
                    row.sends(),
                    row.receives(),
                    Constants.of(row.channel()),
                    Constants.of(row.state()),
                    row.sample(),
                    row.createdAt());
        }
    }

    /** Schema ApplicationDetails. */
    public record Details(
            Item application,
            String callback,
            String description,
            String contact,
            Set<String> sendTypes,
            Set<String> receiveTypes,
            List<Check> checks,
            Instant lastSeenAt) {
        /** Everything that is known. */
        public static Details of(ApplicationDetails details) {
            return new Details(
                    Item.of(details.row()),
                    details.callback(),
                    details.description(),
                    details.contact(),
                    details.sendTypes(),
                    details.receiveTypes(),
                    details.checks().stream()
                            .map(line -> new Check(
                                    Constants.of(line.check()), line.check().clause(), line.firstSeenAt()))
                            .toList(),
                    details.lastSeenAt());
        }
    }

    /** Schema CompatibilityCheck. */
    public record Check(String check, String clause, Instant firstSeenAt) {}

    /** Schema NewApplication. */
    public record New(
            String agency,
            String code,
            String environment,
            String name,
            String kind,
            Boolean sends,
            Boolean receives,
            String channel,
            String callback,
            String description,
            String contact,
            List<String> sendTypes,
            List<String> receiveTypes) {

        /** What is said about it; what is left out is the usual. */
        public ApplicationInput input() {
            return new Change(
                            name,
                            kind,
                            sends,
                            receives,
                            channel,
                            callback,
                            description,
                            contact,
                            sendTypes,
                            receiveTypes)
                    .over(new ApplicationInput(
                            null,
                            vn.lgsp.model.registry.Application.Kind.STANDARD,
                            true,
                            true,
                            vn.lgsp.model.registry.Application.Channel.PULL,
                            null,
                            null,
                            null,
                            Set.of(),
                            Set.of()));
        }
    }

    /** Schema ApplicationChange. */
    public record Change(
            String name,
            String kind,
            Boolean sends,
            Boolean receives,
            String channel,
            String callback,
            String description,
            String contact,
            List<String> sendTypes,
            List<String> receiveTypes) {

        /** What is to stand after the change of what stands now. */
        public ApplicationInput over(ApplicationDetails now) {
            return over(new ApplicationInput(
                    now.row().name(),
                    now.row().kind(),
                    now.row().sends(),
                    now.row().receives(),
                    now.row().channel(),
                    now.callback(),
                    now.description(),
                    now.contact(),
                    now.sendTypes(),
                    now.receiveTypes()));
        }

        private ApplicationInput over(ApplicationInput now) {
            return new ApplicationInput(
                    or(name, now.name()),
                    or(Constants.read("kind", kind, vn.lgsp.model.registry.Application.Kind.class), now.kind()),
                    or(sends, now.sends()),
                    or(receives, now.receives()),
                    or(
                            Constants.read("channel", channel, vn.lgsp.model.registry.Application.Channel.class),
                            now.channel()),
                    or(callback, now.callback()),
                    or(description, now.description()),
                    or(contact, now.contact()),
                    types("sendTypes", sendTypes, now.sendTypes()),
                    types("receiveTypes", receiveTypes, now.receiveTypes()));
        }

        private static <T> T or(T value, T otherwise) {
            return value == null ? otherwise : value;
        }

        private static Set<String> types(String field, List<String> wanted, Set<String> otherwise) {
            if (wanted == null) {
                return otherwise;
            }
            if (wanted.stream().anyMatch(type -> type == null)) {
                throw Inputs.invalid(field, "required");
            }
            return new HashSet<>(wanted);
        }
    }

    /** Schema Service. */
    public record Service(
            UUID id,
            String code,
            String name,
            String application,
            String address,
            String description,
            String state,
            List<Operation> operations) {
        /** A service with its operations. */
        public static Service of(ServiceView view) {
            return new Service(
                    view.id(),
                    view.code(),
                    view.name(),
                    view.applicationCode(),
                    view.address(),
                    view.description(),
                    Constants.of(view.state()),
                    view.operations().stream()
                            .map(one -> new Operation(one.id(), one.code(), one.name(), one.withdrawn()))
                            .toList());
        }
    }

    /** Schema ServiceOperation. */
    public record Operation(UUID id, String code, String name, boolean withdrawn) {}

    /** Schema NewService. */
    public record NewService(
            String application,
            String code,
            String name,
            String address,
            String description,
            List<NewOperation> operations) {

        /** What is to be entered. */
        public ServiceInput input() {
            return new ServiceInput(
                    code,
                    name,
                    address,
                    description,
                    operations == null
                            ? List.of()
                            : operations.stream()
                                    .map(one -> one == null
                                            ? new ServiceInput.OperationInput(null, null)
                                            : new ServiceInput.OperationInput(one.code(), one.name()))
                                    .toList());
        }
    }

    /** Schema NewOperation. */
    public record NewOperation(String code, String name) {}

    /** Schema Rename. */
    public record Rename(String name) {}
}
