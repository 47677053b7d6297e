package vn.lgsp.launcher.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lgsp.launcher.Home;
import vn.lgsp.launcher.StartError;
import vn.lgsp.launcher.StartFailure;
import vn.lgsp.launcher.Trees;

/** Payara Micro, booted in this process from the unpacked files of the distribution. */
public final class ApplicationServer implements AutoCloseable {

    /** Of the server in the class path; its boot JAR would unpack everything first. */
    private static final String IMPLEMENTATION = "fish.payara.micro.impl.PayaraMicroImpl";

    private static final List<String> WORKING_FILES = List.of("config", "docroot", "lib", "META-INF");

    private final PayaraMicroBoot server;
    private final ServerLog log;

    private ApplicationServer(PayaraMicroBoot server, ServerLog log) {
        this.server = server;
        this.log = log;
    }

    /**
     * Boots an empty server. The system properties that its configuration names must be set.
     *
     * @param node name of this instance
     */
    public static ApplicationServer boot(Distribution distribution, Home home, String node, ServerLog log)
            throws StartFailure {
        try {
            prepareWorkingFiles(distribution, home.server());
            KeyStores.prepare(home.server().resolve("config"));
            log.configure(home.server().resolve("config").resolve("logging.properties"));
            System.setProperty(
                    "fish.payara.micro.BootJar", distribution.bootJar().toUri().toString());
            System.setProperty(
                    "fish.payara.micro.UnpackDir", distribution.runtime().toString());
            String[] arguments = {"--rootdir", home.server().toString(), "--name", node};
            Object server = Class.forName(IMPLEMENTATION)
                    .getMethod("create", String[].class)
                    .invoke(null, (Object) arguments);
            return new ApplicationServer((PayaraMicroBoot) server, log);
        } catch (InvocationTargetException e) {
            throw new StartFailure(
                    e.getCause(), StartError.DEPLOYMENT_FAILED, ServerLog.firstLine(e.getCause()), log.file());
        } catch (ReflectiveOperationException e) {
            throw new StartFailure(e, StartError.DISTRIBUTION_INCOMPLETE, distribution.bootJar());
        } catch (IOException e) {
            throw StartFailure.ofWriting(home.server(), e);
        }
    }

    /** Deploys the EAR. The server's own answer says yes even when it failed, so the list of applications is asked. */
    public void deploy(Path ear) throws StartFailure {
        server.getRuntime().deploy(ear.toFile());
        if (server.getRuntime().getDeployedApplicationNames().isEmpty()) {
            throw new StartFailure(StartError.DEPLOYMENT_FAILED, log.lastProblem(), log.file());
        }
    }

    @Override
    public void close() {
        try {
            server.shutdown();
        } catch (BootstrapException | IllegalStateException e) {
            // It is down already.
        }
    }

    /** From the distribution anew at each start: what an earlier run changed must not come back. */
    private static void prepareWorkingFiles(Distribution distribution, Path target) throws IOException, StartFailure {
        Trees.delete(target);
        Home.createPrivate(target);
        for (String name : WORKING_FILES) {
            Path source = distribution.runtime().resolve(name);
            if (Files.exists(source)) {
                Trees.copy(source, target.resolve(name));
            }
        }
    }
}
