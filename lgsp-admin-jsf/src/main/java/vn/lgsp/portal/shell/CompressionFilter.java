package vn.lgsp.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends pages, style sheets and scripts compressed to browsers that take it. Here and not in the server: there every response of the platform
 * would be touched, packets' content and its byte ranges too.
 */
public class CompressionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip") || request.getHeader("Range") != null) {
            chain.doFilter(request, response);
            return;
        }
        CompressedResponse compressed = new CompressedResponse(response);
        try {
            chain.doFilter(request, compressed);
        } catch (IOException | ServletException | RuntimeException e) {
            compressed.abandon();
            throw e;
        }
        compressed.finish();
    }
}
