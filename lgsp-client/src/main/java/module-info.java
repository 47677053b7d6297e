/** The Java client of the platform and its command line. */
module vn.lgsp.client {
    requires info.picocli;
    requires jakarta.json;
    requires java.net.http;
    requires java.xml;

    exports vn.lgsp.client;
    exports vn.lgsp.client.model;
    exports vn.lgsp.client.signing;
    exports vn.lgsp.client.sample;

    opens vn.lgsp.client.cli to
            info.picocli;
}
