package vn.lgsp.registry.control.reorganisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/** What a plan needs to know of the agencies there are. */
interface Tree {

    /**
     * An agency as it stands.
     *
     * @param code as QCVN 102:2016 writes it; the other form where there is none
     * @param undone it came from a reorganisation that was undone, and its code may be taken up again
     */
    record Fact(
            UUID id,
            String code,
            String codeQd20,
            String name,
            String shortName,
            String kind,
            UUID parentId,
            Agency.State state,
            Instant since,
            boolean undone) {}

    /**
     * The agency that a code in use stands for, or that it stood for.
     *
     * @param current the code is the one in use
     */
    record Found(Fact agency, boolean current) {}

    /** Finds an agency by any code it ever had. */
    Optional<Found> byCode(String code);

    /** Finds an agency that exists. */
    Fact byId(UUID id);

    /** The agencies directly below one, without those that are closed. */
    List<Fact> below(UUID id);
}
