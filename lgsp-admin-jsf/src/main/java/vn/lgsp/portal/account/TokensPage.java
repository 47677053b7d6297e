package vn.lgsp.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.PersonalTokens;
import vn.lgsp.sso.boundary.TokenView;

/** One's own tokens for the interface: made, shown once, withdrawn. */
@Named
@RequestScoped
public class TokensPage {
    private static final List<Integer> DAYS = List.of(7, 90, 365);
    private static final int USUAL = 30;
    private static final String WRITES = "ghi";

    @Inject
    private PersonalTokens tokens;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private String made;
    private Map<String, String> problems = Map.of();

    /** Makes a token; the page then shows it, once. */
    public void make() {
        String days = request.getParameter("so-ngay");
        try {
            made = tokens.issue(
                    me.staff(),
                    request.getParameter("ten"),
                    !WRITES.equals(request.getParameter("quyen")),
                    days != null && days.matches("\\d{1,3}") ? Integer.parseInt(days) : USUAL,
                    request.getRemoteAddr());
        } catch (LgspException refusal) {
            problems = explanation.fields(refusal);
        }
    }

    /** Withdraws the token that the form names. */
    public void revoke() throws IOException {
        tokens.revoke(me.staff(), UserView.id(request.getParameter("ma")), request.getRemoteAddr());
        redirect.to(Paths.TOKENS + "?xong=revoked");
    }

    public boolean isRevoked() {
        return "revoked".equals(request.getParameter("xong"));
    }

    /** The token that was made just now; null when none was. */
    public String getMade() {
        return made;
    }

    public List<TokenView> getTokens() {
        return tokens.list(me.staff());
    }

    /** How long it may count, the usual time left out. */
    public List<Choice> getDays() {
        return DAYS.stream()
                .map(days -> new Choice(days.toString(), inWords(days)))
                .toList();
    }

    /** The usual time, in words. */
    public String getUsualDays() {
        return inWords(USUAL);
    }

    private String inWords(int days) {
        return texts.with("tokens.days.n", format.number(days));
    }

    /** What it may do beside reading. */
    public List<Choice> getUses() {
        return List.of(new Choice(WRITES, texts.get("tokens.write")));
    }

    public String getName() {
        String name = request.getParameter("ten");
        return name == null ? "" : name;
    }

    /** Why a field was refused, the number of tokens included; null when none was. */
    public String problem(String field) {
        return problems.getOrDefault(field, problems.get("tokens"));
    }
}
