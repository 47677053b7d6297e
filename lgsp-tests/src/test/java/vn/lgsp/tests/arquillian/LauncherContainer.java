package vn.lgsp.tests.arquillian;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/**
 * The launcher as a container of Arquillian. A start with its deployment takes many seconds, and every test class deploys the same EAR
 * (see {@code InContainer}): the first deployment serves them all and ends with the process that runs the tests.
 */
public final class LauncherContainer implements DeployableContainer<LauncherConfiguration> {
    private static PlatformProcess platform;

    @Override
    public Class<LauncherConfiguration> getConfigurationClass() {
        return LauncherConfiguration.class;
    }

    @Override
    public void setup(LauncherConfiguration configuration) {
        // nothing to set up
    }

    @Override
    public void start() {
        // The launcher starts with the EAR that it deploys.
    }

    @Override
    public void stop() {
        // It stays for the next class, which may come in a run of its own.
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        PlatformProcess running = platform(archive);
        HTTPContext context = new HTTPContext(running.base().getHost(), running.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", InContainer.CONTEXT_ROOT));
        return new ProtocolMetaData().addContext(context);
    }

    private static synchronized PlatformProcess platform(Archive<?> archive) {
        if (platform == null) {
            Path ear = Repository.newDirectory("ear").resolve("lgsp.ear");
            archive.as(ZipExporter.class).exportTo(ear.toFile(), true);
            platform = PlatformProcess.start("container", Map.of("LGSP_EAR", ear.toString()));
            platform.closeAtExit();
        }
        return platform;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // It stays for the next class.
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
