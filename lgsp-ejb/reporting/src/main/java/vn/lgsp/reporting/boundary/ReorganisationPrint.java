package vn.lgsp.reporting.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.registry.boundary.ReorganisationThing;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;
import vn.lgsp.reporting.control.DecisionPdf;

/** Requests for reorganisation as documents to be filed (Điều 7.2), for whoever may read them. */
@Stateless
public class ReorganisationPrint {
    @EJB
    private Reorganisations requests;

    /**
     * The request with all that belongs to it as a PDF: as it was carried out, or as it would be now.
     *
     * @param locale Vietnamese or English
     * @throws vn.lgsp.model.error.LgspException FORBIDDEN; NOT_FOUND out of reach
     */
    public byte[] pdf(Staff staff, UUID id, Locale locale) {
        ReorganisationView request = requests.find(staff, id);
        boolean done = request.appliedAt() != null;
        DecisionPdf.Dossier dossier = new DecisionPdf.Dossier(
                request,
                requests.steps(staff, id),
                done ? requests.changes(staff, id) : requests.impact(staff, id).changes(),
                requests.things(staff, id).stream()
                        .filter(ReorganisationThing::chosen)
                        .toList(),
                requests.documents(staff, id),
                requests.events(staff, id),
                staff.fullName(),
                Instant.now());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionPdf.write(dossier, locale, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }
}
