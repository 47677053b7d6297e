package vn.lgsp.web.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import vn.lgsp.notification.boundary.Notice;
import vn.lgsp.web.json.JsonWriter;

/** Events in the form of CloudEvents 1.0, schema Event. */
public final class CloudEvents {
    private CloudEvents() {}

    private record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            @JsonRawValue String data) {}

    /** The event as one line of JSON; {@code platform} is the platform's own address. */
    public static String json(Notice notice, String platform) {
        return JsonWriter.text(new CloudEvent(
                "1.0",
                notice.id().toString(),
                platform,
                notice.type(),
                notice.packetId().toString(),
                notice.at(),
                "application/json",
                notice.data()));
    }
}
