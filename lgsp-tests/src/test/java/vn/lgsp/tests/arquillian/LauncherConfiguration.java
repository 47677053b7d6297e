package vn.lgsp.tests.arquillian;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing can be set: the tests run what operators run. */
public final class LauncherConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {
        // nothing to validate
    }
}
