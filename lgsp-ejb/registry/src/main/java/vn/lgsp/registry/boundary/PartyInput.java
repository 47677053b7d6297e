package vn.lgsp.registry.boundary;

import vn.lgsp.model.registry.RightParty;

/** One end of a right as people name it: an agency by its identifier code in either form, an application or a group by its code. */
public record PartyInput(RightParty.Kind kind, String code) {}
