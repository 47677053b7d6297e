package vn.lgsp.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.PresentSession;

/** Addresses inside the portal, relative to its context root. */
public final class Paths {
    /** The dashboard. */
    public static final String HOME = "/";

    public static final String SIGN_IN = "/dang-nhap";
    public static final String SIGN_OUT = "/dang-xuat";
    public static final String PASSWORD = "/doi-mat-khau";
    public static final String CODE = "/xac-thuc";
    public static final String SECOND_FACTOR = "/tai-khoan/xac-thuc-hai-buoc";
    public static final String INVITATION = "/loi-moi";
    public static final String PACKETS = "/goi-tin";
    /** One job in the background. */
    public static final String JOB = "/tac-vu/chi-tiet";

    public static final String JOURNEY = "/goi-tin/chi-tiet";
    public static final String UNDELIVERABLE = "/goi-tin/khong-giao-duoc";
    public static final String UNDELIVERABLE_ENTRY = "/goi-tin/khong-giao-duoc/chi-tiet";
    public static final String ROUTES = "/dinh-tuyen";
    public static final String ROUTE = "/dinh-tuyen/sua";
    public static final String AUTHENTICATION = "/goi-tin/xac-thuc";
    public static final String AUTHENTICATION_ENTRY = "/goi-tin/xac-thuc/chi-tiet";
    public static final String SIGNATURE_DEBUGGER = "/phat-trien/chu-ky";
    public static final String USERS = "/nguoi-dung";
    public static final String USER = "/nguoi-dung/chi-tiet";
    public static final String PROFILE = "/tai-khoan";
    public static final String AGENCIES = "/co-quan";
    public static final String AGENCY = "/co-quan/chi-tiet";
    public static final String IDENTIFIERS = "/ma-dinh-danh";
    public static final String IDENTIFIER = "/ma-dinh-danh/chi-tiet";
    public static final String IMPORTS = "/co-quan/nhap";
    public static final String IMPORT = "/co-quan/nhap/chi-tiet";
    public static final String ZONE = "/vung/chi-tiet";
    public static final String TOKENS = "/tai-khoan/token";
    public static final String APPLICATIONS = "/ung-dung";
    public static final String APPLICATION = "/ung-dung/chi-tiet";
    public static final String ACCESS_RIGHTS = "/quyen-truy-xuat";
    public static final String ACCESS_RIGHT = "/quyen-truy-xuat/chi-tiet";
    public static final String KEYS = "/khoa";
    public static final String KEY = "/khoa/chi-tiet";
    public static final String WAIVERS = "/khoa/tuong-thich";
    public static final String AGENCY_TREE = "/co-quan/so-do";
    public static final String SERVICE = "/ung-dung/dich-vu";
    public static final String POLICY = "/chinh-sach/chi-tiet";
    public static final String GROUPS = "/quyen-truy-xuat/nhom";
    public static final String GROUP = "/quyen-truy-xuat/nhom/chi-tiet";
    public static final String DATA_TYPES = "/loai-du-lieu";
    public static final String DATA_TYPE = "/loai-du-lieu/chi-tiet";
    public static final String DATA_TYPE_DRAFT = "/loai-du-lieu/soan";
    public static final String TRANSFORMATIONS = "/chuyen-doi";
    public static final String TRANSFORMATION = "/chuyen-doi/chi-tiet";
    public static final String TRANSFORMATION_DRAFT = "/chuyen-doi/soan";
    public static final String CODE_LISTS = "/bang-ma";
    public static final String CODE_LIST = "/bang-ma/chi-tiet";
    public static final String CODE_LIST_DRAFT = "/bang-ma/soan";
    static final String ASSETS = "/assets/";

    /** Style sheets, scripts and pictures of the component library. */
    static final String RESOURCES = "/jakarta.faces.resource/";

    /** A path with an optional query; one slash in front, so that it cannot name another host. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~%?&=+:,-]{0,2000}");

    private Paths() {}

    /**
     * The id that an address names.
     *
     * @param text a parameter; may be null or anything
     * @throws LgspException NOT_FOUND when it is no id
     */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    /** The only page that a session opens while it owes this step; null when it owes nothing. */
    static String of(PresentSession.Step step) {
        return switch (step) {
            case NOTHING -> null;
            case CODE -> CODE;
            case PASSWORD -> PASSWORD;
            case SECOND_FACTOR -> SECOND_FACTOR;
        };
    }

    /** The path that was asked for, without context root and query. */
    static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Whether a file is asked for that is the same for everybody. */
    static boolean isAsset(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith(ASSETS) || path.startsWith(RESOURCES);
    }

    /** The address that was asked for as the browser wrote it: path without context root, and query. */
    static String withQuery(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    /** The page that a form was sent from, as the browser says; the dashboard when it does not. */
    static String ofForm(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        String root = request.getContextPath() + "/";
        int begin = referrer == null ? -1 : referrer.indexOf(root, referrer.indexOf("//") + 2);
        return begin < 0 ? HOME : ownOrHome(referrer.substring(begin + root.length() - 1));
    }

    /** Where to go after signing in: the address wished for if it lies in the portal, else the dashboard; never null. */
    public static String ownOrHome(String wish) {
        return wish != null && OWN.matcher(wish).matches() && !wish.startsWith(SIGN_IN) ? wish : HOME;
    }

    /** The query without one parameter; null when nothing is left. */
    static String without(String query, String name) {
        if (query == null) {
            return null;
        }
        StringBuilder rest = new StringBuilder();
        for (String pair : query.split("&")) {
            String key = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
            if (!key.equals(name) && !pair.isEmpty()) {
                rest.append(rest.isEmpty() ? "" : "&").append(pair);
            }
        }
        return rest.isEmpty() ? null : rest.toString();
    }

    /** One value for a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
