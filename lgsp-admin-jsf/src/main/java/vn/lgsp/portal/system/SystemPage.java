package vn.lgsp.portal.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.operations.boundary.FirstRun;
import vn.lgsp.operations.boundary.FirstRunFact;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;

/** What this platform is and how this node does. */
@Named
@RequestScoped
public class SystemPage {
    private final Runtime runtime = Runtime.getRuntime();

    @Inject
    private FirstRun firstRun;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Visit visit;

    @Inject
    private ServletContext server;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    private List<FirstRunFact> facts;

    /** A self check in words. */
    public record Check(String title, String text, String advice, String tone, String state) {}

    /** The self checks, made now. */
    public List<Check> getChecks() {
        if (facts == null) {
            facts = firstRun.checks(me.staff());
        }
        return facts.stream()
                .map(fact -> new Check(
                        fact.title(visit.getLocale()),
                        fact.finding(visit.getLocale()),
                        fact.advice(visit.getLocale()),
                        tone(fact.state()),
                        texts.of("first-run.state", fact.state())))
                .toList();
    }

    public String getNode() {
        return node;
    }

    public String getServer() {
        return server.getServerInfo();
    }

    public String getJava() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }

    public String getSystem() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " ("
                + System.getProperty("os.arch") + ")";
    }

    public Instant getStarted() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    public int getProcessors() {
        return runtime.availableProcessors();
    }

    /** Memory in use, bytes. */
    public long getUsed() {
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Memory that may be used at most, bytes. */
    public long getMost() {
        return runtime.maxMemory();
    }

    public List<Library> getLibraries() {
        return Library.all();
    }

    private static String tone(FirstRunFact.State state) {
        return switch (state) {
            case OK -> "done";
            case ATTENTION -> "attention";
            case FAIL -> "error";
        };
    }
}
