package vn.lgsp.tests.arquillian;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import vn.lgsp.tests.platform.Repository;

/** The EAR of the distribution with one more WAR: the tests. */
public final class InContainer {
    static final String CONTEXT_ROOT = "/in-container";
    private static final String WAR = "lgsp-tests.war";
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private InContainer() {}

    /** The one deployment of all tests in the container. */
    public static EnterpriseArchive ear() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, WAR)
                .addPackage("vn.lgsp.tests.container")
                .addAsResource("merger-2025.csv")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class,
                Repository.distribution().resolve("lgsp.ear").toFile());
        String descriptor = text(ear);
        ear.delete(DESCRIPTOR);
        return ear.addAsModule(Testable.archiveToTest(war))
                .setApplicationXML(new StringAsset(descriptor.replace(
                        "<library-directory>",
                        """
                        <module>
                            <web>
                              <web-uri>%s</web-uri>
                              <context-root>%s</context-root>
                            </web>
                          </module>
                          <library-directory>"""
                                .formatted(WAR, CONTEXT_ROOT))));
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            in.transferTo(out);
            return out.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
