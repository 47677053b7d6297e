package vn.lgsp.model.network;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Decides for each request by the setting as it stands; reads it anew only when its text has changed. A setting that cannot be read (from the
 * environment, where nobody checked it) lets in this machine only, and the log says so.
 */
public final class NetworkGate {
    private static final Logger LOG = System.getLogger(NetworkGate.class.getName());

    private record Read(String text, AllowedNetworks networks) {}

    private volatile Read last = new Read("", AllowedNetworks.parse(""));

    /**
     * Says whether a request is served.
     *
     * @param setting the text of {@value AllowedNetworks#SETTING}; may be null
     * @param address where the request came from
     */
    public boolean allows(String setting, String address) {
        String text = setting == null ? "" : setting;
        Read read = last;
        if (!read.text().equals(text)) {
            read = new Read(text, networks(text));
            last = read;
        }
        return read.networks().allows(address);
    }

    private static AllowedNetworks networks(String text) {
        try {
            return AllowedNetworks.parse(text);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, AllowedNetworks.SETTING + " lets in this machine only: " + e.getMessage());
            return AllowedNetworks.parse("127.0.0.1");
        }
    }
}
