package vn.lgsp.web.filter;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.Authenticated;
import vn.lgsp.authentication.boundary.Authentication;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.PersonalTokens;

/**
 * Lets nobody pass who has not signed or, where an operation is for people, shown a personal token; public operations excepted (Điều 4.4). A body that is not streamed is read here, bounded, and compared
 * with the digest that the signature covers, before anything interprets it.
 */
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {
    /** The largest body that is read into memory, bytes. */
    static final int MAX_BODY = 1024 * 1024;

    private static final String BEARER = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private RequestContext context;

    @EJB
    private Authentication authentication;

    @EJB
    private PersonalTokens tokens;

    @Inject
    @ConfigProperty(name = "lgsp.bulk.max.bytes", defaultValue = "4194304")
    private Supplier<Integer> content;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method operation = resource.getResourceMethod();
        if (operation == null) {
            throw new LgspException(ErrorCode.METHOD_NOT_ALLOWED);
        }
        if (operation.isAnnotationPresent(Public.class)) {
            return;
        }
        boolean streamed = operation.isAnnotationPresent(Streamed.class);
        if (carries(operation, StaffOnly.class) || carries(operation, StaffToo.class) && isOfPerson(bearer())) {
            context.authenticated(person());
            if (!streamed) {
                context.hashed(hash(servlet.getMethod() + " " + servlet.getRequestURI(), read(request)));
            }
            return;
        }
        // Content in base64, and as much around it as any other body may have.
        int most = operation.isAnnotationPresent(Bulky.class) ? content.get() / 3 * 4 + MAX_BODY : MAX_BODY;
        Authenticated signed = authentication.authenticate(
                signedRequest(servlet, context.id(), streamed ? null : () -> wholeBody(request, most)));
        context.authenticated(signed);
        signed.sunset().ifPresent(sunset -> request.setProperty(RequestIdFilter.SUNSET, sunset));
        if (!streamed) {
            signed.body().check(read(request, most));
        }
    }

    private static byte[] hash(String line, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean carries(Method operation, Class<? extends Annotation> mark) {
        return operation.isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }

    /** A token of a session is an application's, not a person's. */
    private static boolean isOfPerson(String bearer) {
        return bearer != null && !bearer.startsWith(Authentication.SESSION_TOKEN_PREFIX);
    }

    private Staff person() {
        PersonalTokens.Bearer found = tokens.bearer(bearer(), servlet.getRemoteAddr())
                .orElseThrow(() -> new LgspException(ErrorCode.TOKEN_NOT_USABLE));
        if (found.readOnly() && !READING.contains(servlet.getMethod())) {
            throw new LgspException(ErrorCode.TOKEN_READ_ONLY);
        }
        return found.staff();
    }

    /** The token of the header Authorization (RFC 6750); null when there is none. */
    private String bearer() {
        String header = servlet.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static byte[] read(ContainerRequestContext request) throws IOException {
        return read(request, MAX_BODY);
    }

    /** Reads a body of at most so many bytes, and leaves it to be read again. */
    static byte[] read(ContainerRequestContext request, int most) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, most);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    /** The body for a scheme that needs it to verify; what is read stays readable. */
    private static byte[] wholeBody(ContainerRequestContext request, int most) {
        try {
            return read(request, most);
        } catch (IOException e) {
            throw new LgspException(ErrorCode.UPLOAD_INCOMPLETE);
        }
    }

    /** The request as it came over the wire. */
    public static SignedRequest signedRequest(HttpServletRequest servlet, UUID id, Supplier<byte[]> body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(servlet.getHeaderNames())) {
            headers.put(name, Collections.list(servlet.getHeaders(name)));
        }
        return new SignedRequest(
                servlet.getMethod(),
                servlet.getScheme(),
                servlet.getLocalAddr(),
                servlet.getLocalPort(),
                servlet.getRequestURI(),
                servlet.getQueryString(),
                headers,
                body,
                clientCertificate(servlet),
                servlet.getRemoteAddr(),
                id);
    }

    /** What the client showed when it connected over TLS; null when nothing. The container verified that it has the private key. */
    private static byte[] clientCertificate(HttpServletRequest servlet) {
        Object chain = servlet.getAttribute("jakarta.servlet.request.X509Certificate");
        if (!(chain instanceof X509Certificate[] certificates) || certificates.length == 0) {
            return null;
        }
        try {
            return certificates[0].getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
