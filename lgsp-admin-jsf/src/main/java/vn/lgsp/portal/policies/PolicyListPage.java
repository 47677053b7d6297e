package vn.lgsp.portal.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.Policies;
import vn.lgsp.routing.boundary.PolicyView;

/** All policies, the platform's own, and which counts for which type of data (Điều 8.3). */
@Named
@RequestScoped
public class PolicyListPage {
    @Inject
    private Policies policies;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private Visit visit;

    private List<PolicyView> all;

    /** A type of data with its policy; {@code policy} is null for the platform's own. */
    public record TypeLine(String code, String name, String policy) {}

    public List<PolicyView> getPolicies() {
        if (all == null) {
            all = policies.list(me.staff());
        }
        return all;
    }

    public PolicyTerms getPlatform() {
        return policies.platform(me.staff());
    }

    public List<TypeLine> getTypes() {
        Map<String, String> assigned = policies.assignments(me.staff());
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type ->
                        new TypeLine(type.code(), english ? type.nameEn() : type.nameVi(), assigned.get(type.code())))
                .toList();
    }

    /** Whether to offer drafting; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me.staff().may(Right.POLICIES_CHANGE);
    }

    /** What a new one may start from. */
    public List<PolicyTemplate> getTemplates() {
        return Arrays.asList(PolicyTemplate.values());
    }
}
