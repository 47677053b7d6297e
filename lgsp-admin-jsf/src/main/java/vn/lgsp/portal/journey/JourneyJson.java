package vn.lgsp.portal.journey;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketRow;
import vn.lgsp.routing.boundary.PacketView;

/** The journey in the words of the REST interface (schemas Packet and JourneyStep), for whoever compares it with a program's view. */
final class JourneyJson {
    private JourneyJson() {}

    static String of(PacketJourney journey) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(packet(journey));
        }
        return text.toString().strip();
    }

    private static JsonObject packet(PacketJourney journey) {
        PacketRow row = journey.row();
        JsonObjectBuilder packet = Json.createObjectBuilder()
                .add("id", row.id().toString())
                .add("state", code(row.state().name()));
        put(packet, "title", row.title());
        packet.add("importance", row.importance().code())
                .add("dataType", row.dataType())
                .add("protocol", journey.protocol())
                .add("source", party(row.sourceCode(), row.sourceName(), journey.sourceApplication()));
        packet.add("deliveries", deliveries(journey))
                .add("content", code(row.contentState().name()))
                .add("files", files(journey));
        policy(packet, journey);
        put(packet, "createdAt", row.createdAt());
        put(packet, "confirmedAt", row.confirmedAt());
        return packet.add("steps", steps(journey)).build();
    }

    private static JsonObject party(String agency, String name, String application) {
        JsonObjectBuilder party = Json.createObjectBuilder();
        put(party, "agency", agency);
        put(party, "name", name);
        put(party, "application", application);
        return party.build();
    }

    private static JsonArrayBuilder deliveries(PacketJourney journey) {
        JsonArrayBuilder deliveries = Json.createArrayBuilder();
        for (PacketJourney.DeliveryLine line : journey.deliveries()) {
            JsonObjectBuilder json = Json.createObjectBuilder(
                            party(line.agencyCode(), line.agencyName(), line.application()))
                    .add("id", line.id().toString())
                    .add("state", code(line.state().name()));
            put(json, "reason", line.reason());
            deliveries.add(json);
        }
        return deliveries;
    }

    private static JsonArrayBuilder files(PacketJourney journey) {
        JsonArrayBuilder files = Json.createArrayBuilder();
        for (PacketJourney.FileRow file : journey.files()) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            put(json, "name", file.name());
            put(json, "mediaType", file.mediaType());
            json.add("size", file.bytes());
            put(json, "digest", file.digest());
            files.add(json);
        }
        return files;
    }

    private static void policy(JsonObjectBuilder packet, PacketJourney journey) {
        PacketView.PolicyOfPacket effective = journey.policy();
        if (journey.notBefore() != null || journey.deadline() != null || effective != null) {
            JsonObjectBuilder policy = Json.createObjectBuilder();
            put(policy, "notBefore", journey.notBefore());
            put(policy, "deadline", journey.deadline());
            if (effective != null && effective.code() != null) {
                put(policy, "policy", effective.code());
                policy.add("version", effective.version());
            }
            packet.add("policy", policy);
        }
    }

    private static JsonArrayBuilder steps(PacketJourney journey) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (PacketJourney.Step step : journey.steps()) {
            JsonObjectBuilder json = Json.createObjectBuilder();
            put(json, "at", step.at());
            json.add("subject", code(step.subject().name()));
            put(json, "subjectId", step.subjectId());
            put(json, "from", step.from() == null ? null : code(step.from()));
            json.add("to", code(step.to()));
            put(json, "clause", step.clause());
            put(json, "actor", step.actor());
            put(json, "remoteAddress", step.remoteAddress());
            put(json, "detail", step.detail());
            steps.add(json);
        }
        return steps;
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
