package vn.lgsp.model.registry;

import java.util.UUID;

/** One end of an access right: an application, an agency with all its applications, or a group with all its members. */
public record RightParty(Kind kind, UUID id) {

    /** Ứng dụng, đơn vị, nhóm. */
    public enum Kind {
        APPLICATION,
        AGENCY,
        GROUP
    }

    UUID when(Kind wanted) {
        return kind == wanted ? id : null;
    }
}
