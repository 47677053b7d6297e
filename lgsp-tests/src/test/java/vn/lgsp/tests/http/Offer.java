package vn.lgsp.tests.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

/** A service that a test offers by an application, and the rights to call it. */
public final class Offer {
    private final Database database;
    private final UUID service;
    private final String resource;

    private Offer(Database database, UUID service, String resource) {
        this.database = database;
        this.service = service;
        this.resource = resource;
    }

    /**
     * Enters a service in use.
     *
     * @param address where it is called; null for a service without an address, which is named by its code
     */
    public static Offer of(PlatformProcess platform, Application provider, String address, String... operations) {
        Database database = platform.database();
        UUID id = UUID.randomUUID();
        String code = "thu-" + id.toString().substring(0, 13);
        database.update(
                """
                insert into service (id, code, name, application_id, address, state, created_at)
                select ?, ?, 'Dịch vụ thử', application_id, ?, 'ACTIVE', now() from access_key where access_key = ?
                """,
                id,
                code,
                address,
                provider.credentials().accessKey());
        Arrays.stream(operations)
                .forEach(operation -> database.update(
                        "insert into service_operation (id, service_id, code, name) values (gen_random_uuid(), ?, ?, 'Thao tác')",
                        id,
                        operation));
        return new Offer(database, id, address == null ? "urn:lgsp:service:" + code : address);
    }

    /** What tickets are asked for with. */
    public String resource() {
        return resource;
    }

    public UUID service() {
        return service;
    }

    /** Lets an application call operations. */
    public Offer permit(Application source, String... operations) {
        for (String operation : operations) {
            int made = database.update(
                    """
                    insert into access_right (id, source_application_id, destination_application_id, operation_id, valid_from, created_at)
                    select gen_random_uuid(), k.application_id, s.application_id, o.id, now() - interval '1 hour', now()
                    from access_key k, service s join service_operation o on o.service_id = s.id
                    where k.access_key = ? and s.id = ? and o.code = ?
                    """,
                    source.credentials().accessKey(),
                    service,
                    operation);
            assertThat(made).isEqualTo(1);
        }
        return this;
    }

    /** Withdraws every right to call it. */
    public void withdraw() {
        assertThat(database.update(
                        """
                        update access_right set state = 'WITHDRAWN', withdrawn_at = now()
                        where operation_id in (select id from service_operation where service_id = ?) and state = 'APPROVED'
                        """,
                        service))
                .isPositive();
    }

    /** Closes it. */
    public void close() {
        database.update("update service set state = 'CLOSED' where id = ?", service);
    }

    /** Says what it asks of tickets; the last may be null. */
    public Offer policy(boolean requestProof, String answerSignature, Integer useLimit) {
        database.update(
                "insert into ticket_policy (service_id, request_proof, answer_signature, use_limit) values (?, ?, ?, ?::integer)",
                service,
                requestProof,
                answerSignature,
                useLimit);
        return this;
    }

    /** The form that asks for a ticket for it. */
    public Map<String, String> asking() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("resource", resource);
        return form;
    }

    /** The form that asks for a ticket for these operations of it. */
    public Map<String, String> asking(String scope) {
        Map<String, String> form = asking();
        form.put("scope", scope);
        return form;
    }
}
