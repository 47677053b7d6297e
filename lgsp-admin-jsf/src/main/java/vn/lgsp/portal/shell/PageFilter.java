package vn.lgsp.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.lgsp.model.Staff;

/** Opens the pages of {@code pages.csv} to those who may open them; a view that is not declared there is not found. */
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Pages pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.of(request);
        Optional<PortalPage> page = pages.at(path);
        Optional<Staff> staff = SignInFilter.staff(request);
        if (page.isPresent() && staff.isPresent() && !pages.opens(page.get(), staff.get())) {
            // The gallery of development mode is not there at all; other pages exist for others.
            response.sendError(
                    page.get().access() == PortalPage.Access.DEVELOPMENT
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_FORBIDDEN);
        } else if (page.isEmpty() && path.endsWith(".xhtml") && !Paths.isAsset(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
