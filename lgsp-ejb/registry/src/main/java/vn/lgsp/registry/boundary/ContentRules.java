package vn.lgsp.registry.boundary;

import vn.lgsp.registry.control.content.CheckRoom;
import vn.lgsp.registry.control.content.RuleSet;

/** The rules of one version of a data type, for any number of packets. */
public final class ContentRules {
    private final int number;
    private final RuleSet rules;
    private final CheckRoom room;

    ContentRules(int number, RuleSet rules, CheckRoom room) {
        this.number = number;
        this.rules = rules;
        this.room = room;
    }

    /** The number of the version. */
    public int number() {
        return number;
    }

    /** The rules, to be held against the files of one packet. */
    public ContentCheck check() {
        return new ContentCheck(rules, room);
    }
}
