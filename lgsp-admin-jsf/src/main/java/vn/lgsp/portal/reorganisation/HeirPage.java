package vn.lgsp.portal.reorganisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.ReorganisationHeir;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.Reorganisations;

/**
 * Who inherits what (nơi kế thừa, Điều 7.2): the things that agencies leave behind, each with its heir by the rule or as the request names it, and
 * the form that names another one. Of a draft and, without the form, of any request.
 */
@Named
@RequestScoped
public class HeirPage {
    @Inject
    private DraftKeeper keeper;

    @Inject
    private Reorganisations requests;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private List<ReorganisationThing> things;

    /** One thing; {@code link} leads to the form for it, {@code heir} says in words who gets it. */
    public record Line(
            String kind, String label, String agency, String heir, boolean chosen, String link, String key) {}

    private List<ReorganisationThing> things() {
        if (things == null) {
            things = requests.things(me.staff(), keeper.requireFound().id());
        }
        return things;
    }

    public List<Line> getLines() {
        return things().stream().map(this::line).toList();
    }

    /** Those alone for which the request says otherwise than the rule. */
    public List<Line> getExceptions() {
        return things().stream()
                .filter(ReorganisationThing::chosen)
                .map(this::line)
                .toList();
    }

    private Line line(ReorganisationThing thing) {
        return new Line(
                texts.get("reorganisation-heritage." + thing.subject()),
                thing.label(),
                thing.agencyName() + " (" + thing.agencyCode() + ")",
                heir(thing),
                thing.chosen(),
                RequestPaths.draft(keeper.requireFound().id(), RequestPaths.HEIRS) + "&vat=" + key(thing) + "#heir",
                key(thing));
    }

    private String heir(ReorganisationThing thing) {
        if (thing.heir() != null) {
            return thing.heirName() + " (" + thing.heir() + ")";
        }
        return texts.get("reorganisation-heirless." + thing.subject() + (thing.chosen() ? ".CHOSEN" : ".RULE"));
    }

    private static String key(ReorganisationThing thing) {
        return thing.subject() + "." + thing.id();
    }

    private Optional<ReorganisationThing> chosen() {
        String key = keeper.parameter("vat");
        return key == null
                ? Optional.empty()
                : things().stream().filter(thing -> key(thing).equals(key)).findFirst();
    }

    /** The thing that the form is about; null for none. */
    public Line getThing() {
        return chosen().map(this::line).orElse(null);
    }

    /** Whether another agency can get it; keys go with their application or end. */
    public boolean isMovable() {
        return chosen().filter(thing -> thing.subject() != Subject.KEY).isPresent();
    }

    /** The code in the form. */
    public String getHeir() {
        String sent = request.getParameter("ke-thua");
        return sent != null
                ? sent
                : chosen().filter(ReorganisationThing::chosen)
                        .map(ReorganisationThing::heir)
                        .orElse("");
    }

    /** Gives the thing to the agency whose code was entered. */
    public void give() throws IOException {
        String code = keeper.parameter("ke-thua");
        if (code == null) {
            keeper.problem(texts.get("reorganisation.heirs.code-missing"));
            return;
        }
        choose(code);
    }

    /** Lets the thing end. */
    public void end() throws IOException {
        choose(null);
    }

    private void choose(String code) throws IOException {
        Optional<ReorganisationThing> thing = chosen();
        if (thing.isEmpty()) {
            keeper.problem(texts.get("reorganisation.heirs.gone"));
            return;
        }
        List<ReorganisationHeir> heirs =
                new ArrayList<>(others(thing.get().id()).toList());
        heirs.add(new ReorganisationHeir(thing.get().subject(), thing.get().id(), code));
        keeper.save(draft -> draft.withHeirs(heirs), RequestPaths.HEIRS);
    }

    /** Lets the rule say again who gets the thing. */
    public void byRule() throws IOException {
        String key = String.valueOf(keeper.parameter("vat"));
        UUID id = RequestPage.id(key.substring(key.indexOf('.') + 1));
        List<ReorganisationHeir> heirs = others(id).toList();
        keeper.save(draft -> draft.withHeirs(heirs), RequestPaths.HEIRS);
    }

    private Stream<ReorganisationHeir> others(UUID thing) {
        return keeper.heirs().stream().filter(heir -> !heir.thing().equals(thing));
    }
}
