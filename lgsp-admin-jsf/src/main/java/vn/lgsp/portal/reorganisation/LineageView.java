package vn.lgsp.portal.reorganisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.registry.boundary.LineageLink;
import vn.lgsp.registry.boundary.Reorganisations;

/** The descent of agencies, for {@code WEB-INF/parts/lineage.xhtml}. */
@Named
@RequestScoped
public class LineageView {
    @Inject
    private Reorganisations requests;

    @Inject
    private Me me;

    /** Everything an agency descends from and that descends from it. */
    public LineagePicture of(UUID agencyId) {
        return LineagePicture.of(requests.lineage(me.staff(), agencyId), agencyId);
    }

    /** What one request did to these agencies. */
    LineagePicture ofRequest(UUID requestId, List<UUID> agencies) {
        Set<LineageLink> links = new LinkedHashSet<>();
        Set<UUID> seen = new LinkedHashSet<>();
        for (UUID agency : agencies) {
            if (agency != null && seen.add(agency)) {
                for (LineageLink link : requests.lineage(me.staff(), agency)) {
                    if (requestId.equals(link.changeId())) {
                        links.add(link);
                        seen.add(link.fromAgency());
                        seen.add(link.toAgency());
                    }
                }
            }
        }
        return LineagePicture.of(new ArrayList<>(links), null);
    }
}
