package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.packet.PacketForm;
import vn.lgsp.routing.control.FormFailures;

/**
 * The form in which a destination takes a packet where it is not what was sent (Điều 8.4).
 *
 * @param transformation code
 * @param version of the transformation
 * @param dataType that the form is of
 * @param made whether it is there
 * @param problems why it could not be made, without anything of the content; empty unless it could not, and for destinations
 */
public record FormView(String transformation, int version, String dataType, boolean made, List<Violation> problems) {

    static FormView of(PacketForm form, boolean own) {
        return new FormView(
                form.transformation(),
                form.number(),
                form.dataType(),
                form.state() == PacketForm.State.MADE,
                own ? FormFailures.read(form.places()) : List.of());
    }
}
