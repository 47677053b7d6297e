package vn.lgsp.model.setting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings that people have changed, as MicroProfile Config reads them. The operations service hands over the whole table whenever it
 * has changed; until then, and before the database is there, nothing is chosen and defaults count.
 *
 * <p>Code that follows a change while it runs has a {@code java.util.function.Supplier} injected and asks it each time:
 *
 * <pre>{@code
 * @Inject
 * @ConfigProperty(name = "lgsp.delivery.hold", defaultValue = "P30D")
 * private Supplier<Duration> hold;
 * }</pre>
 *
 * Not a {@code Provider}: the container's provider remembers every value that it ever handed out.
 */
public class ChosenSettings implements ConfigSource {
    /** The name under which a value tells that it comes from here. */
    public static final String NAME = "lgsp-chosen-settings";

    /** Below system properties (400) and environment variables (300), above everything else: whoever runs the server has the last word. */
    public static final int ORDINAL = 250;

    /** How long the server may keep a value that it has looked up, milliseconds; its own idea is a minute. */
    private static final Map<String, String> ALWAYS = Map.of("mp.config.cache.duration", "1000");

    private static volatile Map<String, String> chosen = ALWAYS;

    /** Puts these values in place of all that were chosen before; never null. */
    public static void replace(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(ALWAYS);
        chosen = Map.copyOf(all);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return chosen.keySet();
    }

    @Override
    public Map<String, String> getProperties() {
        return chosen;
    }

    @Override
    public String getValue(String name) {
        return chosen.get(name);
    }
}
