package vn.lgsp.tests.container;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.ApplicationInput;
import vn.lgsp.registry.boundary.Registration;
import vn.lgsp.registry.boundary.Registration.NewAgency;

/** Agencies and applications of a test's own, below the province of the demonstration. */
@Stateless
public class Ground {
    @Inject
    private Registration registration;

    /** Two agencies with an active application each; the destination's receives. */
    public record Pair(
            String source, UUID sourceId, UUID sender, String destination, UUID destinationId, UUID receiver) {}

    /** Enters two agencies that nobody else knows. */
    public Pair pair() {
        NewAgency source = agency();
        NewAgency destination = agency();
        Map<String, UUID> ids = registration.agencies(List.of(source, destination), false);
        UUID sourceId = ids.get(source.code());
        UUID destinationId = ids.get(destination.code());
        return new Pair(
                source.code(),
                sourceId,
                registration.activeApplication(name(), "Nguồn thử", sourceId, Environment.TEST, false, false),
                destination.code(),
                destinationId,
                registration.activeApplication(name(), "Đích thử", destinationId, Environment.TEST, true, false));
    }

    /** A right of the platform's own, for any number of packets. */
    public UUID right(UUID application, UUID agency, String dataType) {
        return registration.right(application, agency, dataType);
    }

    /** Another active application of an agency. */
    public UUID application(UUID agencyId) {
        return registration.activeApplication(name(), "Thêm", agencyId, Environment.TEST, true, false);
    }

    private static NewAgency agency() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String upper = "%03d".formatted(random.nextInt(100, 1_000));
        String middle = "%02d".formatted(random.nextInt(10, 100));
        String lower = "%02d".formatted(random.nextInt(10, 100));
        return new NewAgency(
                upper + "." + middle + "." + lower + ".H23",
                "H23." + lower + "." + middle + "." + upper,
                "Cơ quan thử quyền " + upper + middle + lower,
                null,
                People.PROVINCE);
    }

    /** A code that nobody has. */
    public static String name() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** An application that sends and receives everything. */
    public static ApplicationInput input(String name) {
        return input(name, true, Set.of());
    }

    /** An application that lists these types for sending; none for every type. */
    public static ApplicationInput input(String name, boolean sends, Set<String> sendTypes) {
        return new ApplicationInput(
                name,
                Application.Kind.WEB,
                sends,
                true,
                Application.Channel.PULL,
                null,
                null,
                null,
                sendTypes,
                Set.of());
    }
}
