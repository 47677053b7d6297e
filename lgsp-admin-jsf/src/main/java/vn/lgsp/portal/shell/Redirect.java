package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;

/** Sends the browser to another page after a form was taken, so that reloading repeats nothing. */
@RequestScoped
public class Redirect {
    @Inject
    private Visit visit;

    /** Goes to an address of the portal, relative to its context root. */
    public void to(String path) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(visit.getRoot() + path);
        faces.responseComplete();
    }
}
