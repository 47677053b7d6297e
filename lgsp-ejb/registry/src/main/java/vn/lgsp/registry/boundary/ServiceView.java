package vn.lgsp.registry.boundary;

import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.ExchangeService;

/** A service of an application with its operations, in the order of their codes; address and description may be null. */
public record ServiceView(
        UUID id,
        String code,
        String name,
        UUID applicationId,
        String applicationCode,
        String address,
        String description,
        ExchangeService.State state,
        int version,
        List<Operation> operations) {

    /** One thing that a service does, or did until it was withdrawn. */
    public record Operation(UUID id, String code, String name, boolean withdrawn) {}
}
