package vn.lgsp.portal.journey;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import vn.lgsp.portal.applications.ReasonAct;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.routing.boundary.PacketActs;
import vn.lgsp.routing.boundary.PacketJourney;

/** What can be done about the packet of the page: withdraw it, ask for it again; and the packets that it is linked with. */
@Named
@RequestScoped
public class JourneyActs {
    @Inject
    private PacketActs acts;

    @Inject
    private JourneyView page;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private PacketActs.Offers offers;
    private ReasonAct cancel;
    private ReasonAct recall;
    private ReasonAct ask;

    @PostConstruct
    void prepare() {
        offers = acts.offers(me.staff(), id());
        cancel = act("cancel", reason -> acts.cancel(me.staff(), id(), reason));
        recall = act("recall", reason -> acts.recall(me.staff(), id(), reason));
        ask = act("ask", reason -> acts.requestResend(me.staff(), Paths.id(request.getParameter("luot")), reason));
    }

    private ReasonAct act(String done, ReasonAct.Doing doing) {
        return new ReasonAct(explanation, redirect, Paths.JOURNEY + "?ma=" + id() + "&xong=" + done, doing);
    }

    private UUID id() {
        return page.getJourney().row().id();
    }

    public PacketActs.Offers getOffers() {
        return offers;
    }

    /** Whether the person may do something. */
    public boolean isActing() {
        return offers.cancel() || offers.recall() || !offers.askable().isEmpty();
    }

    /** Whether there is something to be told about sending again. */
    public boolean isLinked() {
        return offers.resendOf() != null
                || !offers.resentAs().isEmpty()
                || !offers.requests().isEmpty();
    }

    /** The destinations that may ask to be sent again, by delivery. */
    public List<Choice> getAskable() {
        return page.getJourney().deliveries().stream()
                .filter(line -> offers.askable().contains(line.id()))
                .map(line -> new Choice(line.id().toString(), name(line)))
                .toList();
    }

    private static String name(PacketJourney.DeliveryLine line) {
        return line.agencyName() + " (" + line.agencyCode() + ")";
    }

    public ReasonAct getCancel() {
        return cancel;
    }

    public ReasonAct getRecall() {
        return recall;
    }

    public ReasonAct getAsk() {
        return ask;
    }

    /** What was done just now, in words; null when nothing. */
    public String getDone() {
        String key = "journey.done." + request.getParameter("xong");
        return request.getParameter("xong") != null && texts.has(key) ? texts.get(key) : null;
    }
}
