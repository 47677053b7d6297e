package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.registry.boundary.ApplicationInput;

/** Checks what people say about an application. */
@ApplicationScoped
public class ApplicationInputCheck {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 1000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Tidies it.
     *
     * @throws LgspException REQUEST_INVALID with these faults and those found before
     */
    public ApplicationInput check(Fields fields, ApplicationInput input) {
        String name = fields.text("name", input.name(), 1, LONGEST_NAME);
        String description = fields.optional("description", input.description(), LONGEST_DESCRIPTION);
        String contact = fields.optional("contact", input.contact(), LONGEST_NAME);
        String callback = fields.address("callback", input.callback());
        fields.chosen("kind", input.kind());
        fields.chosen("channel", input.channel());
        if (input.channel() == Application.Channel.WEBHOOK && callback == null) {
            fields.add("callback", "callback-required");
        }
        if (!input.sends() && !input.receives()) {
            fields.add("sends", "role");
        }
        Set<String> known = known();
        Set<String> sendTypes = types(fields, "sendTypes", input.sendTypes(), known);
        Set<String> receiveTypes = types(fields, "receiveTypes", input.receiveTypes(), known);
        fields.check();
        return new ApplicationInput(
                name,
                input.kind(),
                input.sends(),
                input.receives(),
                input.channel(),
                callback,
                description,
                contact,
                sendTypes,
                receiveTypes);
    }

    private Set<String> known() {
        List<String> codes =
                em.createQuery("select d.code from DataType d", String.class).getResultList();
        return new TreeSet<>(codes);
    }

    private static Set<String> types(Fields fields, String field, Set<String> wanted, Set<String> known) {
        Set<String> chosen = wanted == null ? Set.of() : wanted;
        if (!known.containsAll(chosen)) {
            fields.add(field, "choice", String.join(", ", known));
        }
        return chosen;
    }
}
