package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.RightParty;

/** One end of a right with the agency that answers for it: the owner's for a group. */
public record PartyView(
        RightParty.Kind kind, UUID id, String code, String name, UUID agencyId, String agencyCode, String agencyName) {}
