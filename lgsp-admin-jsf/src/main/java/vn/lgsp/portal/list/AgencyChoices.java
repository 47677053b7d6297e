package vn.lgsp.portal.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/** The agencies that a few typed characters can mean, for fields that take one. */
@Named
@RequestScoped
public class AgencyChoices {
    private static final int MOST = 10;
    private static final int LONGEST = 100;

    @Inject
    private Directory directory;

    /** At most ten, by code or any part of the name; none for more than a hundred characters. */
    public List<AgencyView> complete(String typed) {
        return typed == null || typed.isBlank() || typed.length() > LONGEST ? List.of() : directory.search(typed, MOST);
    }
}
