package vn.lgsp.registry.boundary;

import java.util.UUID;

/**
 * What is looked for among agencies.
 *
 * @param text a code of either form or its beginning, words of the name with accents or without, or initials; the last word may be only
 *     begun; null for all
 * @param under only this agency and those below it; null for all
 * @param closedToo also agencies that no longer exist
 * @param ability only those with an active application that does this; null for all
 * @param dataType only those with an active application that takes this type of data; null for all
 * @param limit 1–1000
 */
public record AgencyQuery(String text, UUID under, boolean closedToo, Ability ability, String dataType, int limit) {
    /** What an agency can do through its applications. */
    public enum Ability {
        RECEIVES(1),
        SENDS(2),
        /** Offers services to others. */
        SERVES(4);

        private final int bit;

        Ability(int bit) {
            this.bit = bit;
        }

        /** Its place in a set of abilities. */
        public int bit() {
            return bit;
        }
    }

    /** Everything that exists, by a text. */
    public static AgencyQuery of(String text, int limit) {
        return new AgencyQuery(text, null, false, null, null, limit);
    }
}
