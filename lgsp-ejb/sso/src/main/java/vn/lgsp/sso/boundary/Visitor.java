package vn.lgsp.sso.boundary;

/**
 * Where a request of a person comes from.
 *
 * @param remoteAddress the address of the device, as text, at most 45 characters; empty when it is not known
 * @param userAgent what the browser calls itself; empty when it says nothing
 */
public record Visitor(String remoteAddress, String userAgent) {
    private static final int ADDRESS_LENGTH = 45;

    public Visitor {
        remoteAddress = remoteAddress == null
                ? ""
                : remoteAddress.substring(0, Math.min(remoteAddress.length(), ADDRESS_LENGTH));
        userAgent = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ");
    }
}
