package vn.lgsp.sample.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.AccessKeys;
import vn.lgsp.authentication.boundary.IssuedKey;
import vn.lgsp.model.DemoProvinceLoaded;
import vn.lgsp.model.SamplePeople;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.Registration;

/**
 * Loads the demonstration province when {@code lgsp.demo} is true: the agencies of the reference data, three applications and their keys, and
 * an account for every role.
 * Everything is marked as a sample (MẪU). The key pairs are written to {@code <home>/demo}, readable by the owner alone, because nobody is
 * there to be shown a secret once.
 */
@Singleton
@Startup
public class DemoProvince {
    private static final Logger LOG = System.getLogger(DemoProvince.class.getName());
    private static final long SEED = 20_240_520;
    private static final String PROVINCE = "000.00.00.H23";

    /** The applications of the demonstration, named by the part they play. */
    private enum Part {
        SOURCE("000.00.12.H23", "qlvb-stttt", "Quản lý văn bản Sở Thông tin và Truyền thông (MẪU)"),
        DESTINATION("000.00.31.H23", "qlvb-tphd", "Quản lý văn bản UBND thành phố Hải Dương (MẪU)"),
        BYSTANDER("000.00.02.H23", "qlvb-sct", "Quản lý văn bản Sở Công Thương (MẪU)");

        private final String agency;
        private final String code;
        private final String name;

        Part(String agency, String code, String name) {
            this.agency = agency;
            this.code = code;
            this.name = name;
        }
    }

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "lgsp.home", defaultValue = "var")
    private String home;

    @Inject
    @ConfigProperty(name = "lgsp.public.url", defaultValue = "http://127.0.0.1:8080")
    private String endpoint;

    @EJB
    private Registration registration;

    @EJB
    private AccessKeys keys;

    @Inject
    private Event<DemoProvinceLoaded> loaded;

    @Inject
    private Event<SamplePeople> people;

    @PostConstruct
    void load() {
        if (!demo) {
            return;
        }
        boolean fresh = !registration.applicationExists(Part.SOURCE.code);
        if (fresh) {
            Map<String, UUID> agencies = registration.agencies(ReferenceAgencies.read(), true);
            Map<Part, UUID> applications = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                applications.put(
                        part,
                        registration.activeApplication(
                                part.code, part.name, agencies.get(part.agency), Environment.TEST, true, true));
            }
            allow(applications.get(Part.SOURCE), agencies.get(Part.DESTINATION.agency));
            allow(applications.get(Part.DESTINATION), agencies.get(Part.SOURCE.agency));
            loaded.fire(new DemoProvinceLoaded(
                    agencies.get(PROVINCE), agencies.get(Part.SOURCE.agency), agencies.get(Part.DESTINATION.agency)));
            people.fire(new SamplePeople(People.in(agencies, SEED, Instant.now()), true));
            LOG.log(Level.INFO, "demonstration province loaded: {0} agencies", agencies.size());
        }
        for (Part part : Part.values()) {
            credentials(part, fresh);
        }
    }

    private void allow(UUID source, UUID destination) {
        registration.right(source, destination, "edoc");
        registration.right(source, destination, "file");
    }

    private void credentials(Part part, boolean fresh) {
        Path file = Path.of(home, "demo", part.name().toLowerCase(java.util.Locale.ROOT) + ".json");
        if (!fresh && Files.exists(file)) {
            return;
        }
        IssuedKey key = keys.issueByPlatform(registration.applicationId(part.code));
        String json = Json.createObjectBuilder()
                .add("endpoint", endpoint)
                .add("agency", part.agency)
                .add("accessKey", key.accessKey())
                .add("secret", key.secret())
                .build()
                .toString();
        try {
            Files.createDirectories(file.getParent());
            // Keys of a province that has been removed since.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
