package vn.lgsp.portal.list;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;

/** Writes the bits of cells, each as the tag of the same name does. */
record Pieces(ResponseWriter out, Texts texts, Format format, String root, String icons) {

    void write(Piece piece) throws IOException {
        if (piece instanceof Piece.Words words) {
            element("span", words.muted() ? "muted" : "words", words.text());
        } else if (piece instanceof Piece.Link link) {
            out.startElement("a", null);
            css("strong");
            out.writeURIAttribute("href", root + link.path(), null);
            out.writeText(link.text(), null);
            out.endElement("a");
        } else if (piece instanceof Piece.Code code) {
            code(code);
        } else if (piece instanceof Piece.Tag tag) {
            out.startElement("span", null);
            css("tag tag--" + tag.tone());
            icon(tag.tone());
            out.writeText(tag.text(), null);
            out.endElement("span");
        } else if (piece instanceof Piece.Time time) {
            out.startElement("time", null);
            css("time");
            out.writeAttribute("datetime", time.instant().toString(), null);
            out.writeText(format.dateTime(time.instant()), null);
            element("small", "muted block", format.ago(time.instant()));
            out.endElement("time");
        } else if (piece instanceof Piece.Party party) {
            party(party);
        } else if (piece instanceof Piece.Progress progress) {
            progress(progress);
        }
    }

    /** A box to tick the row, in a cell of its own. */
    void tick(String key, String name) throws IOException {
        out.startElement("td", null);
        css("tick");
        box("chon", key, texts.with("list.tick", name));
        out.endElement("td");
    }

    /** The box above all boxes; a script makes it work, without one it is hidden. */
    void tickAll() throws IOException {
        out.startElement("th", null);
        css("tick");
        out.writeAttribute("scope", "col", null);
        box(null, null, texts.get("list.tick.all"));
        out.endElement("th");
    }

    void element(String name, String css, String text) throws IOException {
        out.startElement(name, null);
        css(css);
        out.writeText(text, null);
        out.endElement(name);
    }

    void css(String name) throws IOException {
        if (!name.isEmpty()) {
            out.writeAttribute("class", name, null);
        }
    }

    private void box(String name, String value, String label) throws IOException {
        out.startElement("input", null);
        out.writeAttribute("type", "checkbox", null);
        out.writeAttribute("aria-label", label, null);
        if (name == null) {
            out.writeAttribute("data-tick-all", "chon", null);
        } else {
            out.writeAttribute("name", name, null);
            out.writeAttribute("value", value, null);
        }
        out.endElement("input");
    }

    private void code(Piece.Code code) throws IOException {
        out.startElement("span", null);
        css("code");
        out.startElement("code", null);
        out.writeAttribute("title", code.value(), null);
        out.writeText(code.shown(), null);
        out.endElement("code");
        out.startElement("button", null);
        out.writeAttribute("type", "button", null);
        css("code__copy");
        out.writeAttribute("data-copy", code.value(), null);
        out.writeAttribute("data-copied", texts.get("action.copied"), null);
        out.writeAttribute("aria-label", texts.get("action.copy") + " " + code.value(), null);
        out.writeAttribute("title", texts.get("action.copy"), null);
        icon("copy");
        out.endElement("button");
        out.endElement("span");
    }

    private void party(Piece.Party party) throws IOException {
        out.startElement("span", null);
        css("route__party");
        if (party.receives()) {
            icon("arrow");
        }
        out.startElement("span", null);
        out.writeText(party.name() + " ", null);
        element("code", "muted", party.code());
        out.endElement("span");
        out.endElement("span");
    }

    private void progress(Piece.Progress progress) throws IOException {
        out.startElement("progress", null);
        out.writeAttribute("value", Long.toString(progress.part()), null);
        out.writeAttribute("max", Long.toString(Math.max(1, progress.whole())), null);
        out.writeAttribute("aria-label", format.percent(progress.part(), Math.max(1, progress.whole())), null);
        out.endElement("progress");
        element("small", "muted", format.number(progress.part()) + " / " + format.number(progress.whole()));
    }

    private void icon(String name) throws IOException {
        out.startElement("svg", null);
        css("icon");
        out.writeAttribute("aria-hidden", "true", null);
        out.writeAttribute("focusable", "false", null);
        out.startElement("use", null);
        out.writeAttribute("href", icons + "#i-" + name, null);
        out.endElement("use");
        out.endElement("svg");
    }
}
