package vn.lgsp.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of style sheets and scripts with a version made of their content: cached for ever, renewed at once. */
@Named
@ApplicationScoped
public class Assets {
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Inject
    private ServletContext context;

    /** The address of a file under {@code /assets}. */
    public String url(String file) {
        return addresses.computeIfAbsent(
                file, name -> context.getContextPath() + Paths.ASSETS + name + "?v=" + checksum(Paths.ASSETS + name));
    }

    private String checksum(String path) {
        try (InputStream content = context.getResourceAsStream(path)) {
            CRC32 checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
