package vn.lgsp.portal.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.jar.Manifest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which platform this is: whose, in which version, whether a demonstration. */
@Named
@ApplicationScoped
public class Platform {
    @Inject
    private ServletContext context;

    @Inject
    @ConfigProperty(name = "lgsp.province.name", defaultValue = "Ủy ban nhân dân tỉnh Hải Dương")
    private Supplier<String> province;

    @Inject
    @ConfigProperty(name = "lgsp.authority.name", defaultValue = "Sở Thông tin và Truyền thông tỉnh Hải Dương")
    private Supplier<String> authority;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    private String version;

    @PostConstruct
    void readVersion() {
        try (InputStream manifest = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            version = manifest == null
                    ? ""
                    : new Manifest(manifest).getMainAttributes().getValue("Implementation-Version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getProvince() {
        return province.get();
    }

    /** The agency that manages the platform. */
    public String getAuthority() {
        return authority.get();
    }

    public boolean isDemo() {
        return demo;
    }

    public String getVersion() {
        return version;
    }
}
