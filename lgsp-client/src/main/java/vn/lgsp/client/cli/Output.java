package vn.lgsp.client.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.RefusedException;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.Texts;

/** What the command says, as it happens: lines of JSON for scripts, or aligned lines for people. */
final class Output {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZONE);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final Texts texts;

    Output(PrintStream out, PrintStream err, boolean json, Texts texts) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.texts = texts;
    }

    boolean json() {
        return json;
    }

    Texts texts() {
        return texts;
    }

    /** Says that a step is done. May be called by several threads. */
    synchronized void step(Step step) {
        line(json ? step.toJson().toString() : StepLine.of(step, texts));
    }

    /** Says that a step did not work. */
    synchronized void failure(String step, LgspException failure) {
        if (json) {
            JsonObjectBuilder error = JsonRecords.json()
                    .createObjectBuilder()
                    .add("code", failure.code())
                    .add("detail", failure.detail())
                    .add("fix", failure.fix())
                    .add("retry", failure.retry());
            if (failure.requestId() != null) {
                error.add("requestId", failure.requestId());
            }
            if (failure instanceof RefusedException refusal && !refusal.errors().isEmpty()) {
                error.add("errors", JsonRecords.json(refusal.errors()));
            }
            line(JsonRecords.json()
                    .createObjectBuilder()
                    .add("step", step)
                    .add("error", error)
                    .build()
                    .toString());
            return;
        }
        err.println(texts.text("failed", label(step)));
        problem("failed.code", failure.code());
        problem("failed.detail", failure.detail());
        if (failure instanceof RefusedException refusal) {
            refusal.errors().forEach(error -> problem("failed.field", error.field() + ": " + error.reason()));
        }
        problem("failed.fix", failure.fix());
        problem("failed.request", failure.requestId());
        err.flush();
    }

    /** Says the answer to a question: the whole of it as JSON, or what the other argument prints for people. */
    synchronized void answer(JsonObject answer, Runnable forPeople) {
        if (json) {
            line(answer.toString());
        } else {
            forPeople.run();
            out.flush();
        }
    }

    /** A line for people. */
    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A line with a label in front, aligned with others of its kind; nothing when there is no value. */
    void field(String key, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            line(String.format(Locale.ROOT, "%-22s %s", texts.text("field." + key), plain(value)));
        }
    }

    /** The word for a code such as a state, or the code itself when it is new. */
    String word(String kind, String code) {
        String key = kind + "." + code;
        return texts.has(key) ? texts.text(key) : code;
    }

    /** The name of a step. */
    String label(String step) {
        return word("step", step);
    }

    /** A time for people: the clock of Vietnam. */
    static String time(Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** Text without characters that could act on a terminal. */
    static String plain(Object value) {
        String text = value instanceof Instant time ? time(time) : value.toString();
        return text.codePoints()
                .map(point -> isHarmless(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private void problem(String key, String value) {
        if (value != null && !value.isEmpty()) {
            err.println(String.format(Locale.ROOT, "  %-12s %s", texts.text(key), plain(value)));
        }
    }
}
