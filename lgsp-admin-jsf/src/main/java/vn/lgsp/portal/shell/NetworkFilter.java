package vn.lgsp.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.model.network.NetworkGate;

/** Serves the allowed networks only (Điều 14.4); before anything else, also before the sign-in page. */
public class NetworkFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient NetworkGate gate = new NetworkGate();

    @Inject
    @ConfigProperty(name = AllowedNetworks.SETTING, defaultValue = "")
    private transient Supplier<String> allowed;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (gate.allows(allowed.get(), request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
