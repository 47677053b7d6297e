package vn.lgsp.registry.control.content;

/**
 * Says whether a pattern of an XML schema can be matched in bounded time. The matcher of the JDK goes back and tries again; a pattern that can be
 * read in very many ways would let one value hold it for hours. So a pattern may repeat something without end once, what is repeated without end
 * may be read in one way only, and everything else together in at most {@value #MOST} ways (threat 22).
 */
final class PatternCost {
    static final long MOST = 100_000;

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 20;

    private final String pattern;
    private int at;
    private int depth;

    private PatternCost(String pattern) {
        this.pattern = pattern;
    }

    /** In how many ways a part may be read, and whether it repeats without end. */
    private record Cost(long ways, boolean endless) {
        static final Cost ONE = new Cost(1, false);

        Cost then(Cost next) {
            if (endless && next.endless) {
                throw new TooCostly();
            }
            return new Cost(bounded(ways, next.ways), endless || next.endless);
        }

        Cost or(Cost other) {
            return new Cost(Math.min(MOST + 1, ways + other.ways), endless || other.endless);
        }

        Cost repeated(long least, long most) {
            if (most < 0) {
                if (ways > 1 || endless) {
                    throw new TooCostly();
                }
                return new Cost(1, true);
            }
            if (endless && most > 1) {
                throw new TooCostly();
            }
            long all = most - least + 1;
            for (long n = 0; n < most && ways > 1 && all <= MOST; n++) {
                all = bounded(all, ways);
            }
            return new Cost(Math.min(all, MOST + 1), endless);
        }

        private static long bounded(long one, long other) {
            return Math.min(MOST + 1, one * other);
        }
    }

    private static final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooCostly() {
            super(null, null, false, false);
        }
    }

    /** Whether the pattern is bounded; one that is not well formed is left to the compiler of the schema to refuse. */
    static boolean bounded(String pattern) {
        if (pattern.length() > LONGEST) {
            return false;
        }
        try {
            PatternCost reading = new PatternCost(pattern);
            Cost cost = reading.alternatives();
            return cost.ways() <= MOST;
        } catch (TooCostly costly) {
            return false;
        }
    }

    private Cost alternatives() {
        if (++depth > DEEPEST) {
            throw new TooCostly();
        }
        Cost all = sequence();
        while (peek() == '|') {
            at++;
            all = all.or(sequence());
        }
        depth--;
        return all;
    }

    private Cost sequence() {
        Cost all = Cost.ONE;
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            all = all.then(quantified(atom()));
        }
        return all;
    }

    private Cost atom() {
        char first = pattern.charAt(at++);
        if (first == '(') {
            Cost inside = alternatives();
            at++;
            return inside;
        }
        if (first == '[') {
            skipClass();
        } else if (first == '\\') {
            skipEscape();
        }
        return Cost.ONE;
    }

    private void skipEscape() {
        char escaped = peek();
        at++;
        if ((escaped == 'p' || escaped == 'P') && peek() == '{') {
            at = after('}');
        }
    }

    private void skipClass() {
        int open = 1;
        while (open > 0 && at < pattern.length()) {
            char next = pattern.charAt(at++);
            if (next == '\\') {
                at++;
            } else if (next == '[') {
                open++;
            } else if (next == ']') {
                open--;
            }
        }
    }

    private Cost quantified(Cost atom) {
        Cost cost = atom;
        for (char next = peek(); next == '?' || next == '*' || next == '+' || next == '{'; next = peek()) {
            at++;
            cost = next == '?'
                    ? cost.repeated(0, 1)
                    : next == '{' ? range(cost) : cost.repeated(next == '*' ? 0 : 1, -1);
        }
        return cost;
    }

    private Cost range(Cost cost) {
        int end = after('}');
        String[] bounds = pattern.substring(at, Math.max(at, end - 1)).split(",", -1);
        at = end;
        try {
            long least = Long.parseLong(bounds[0].strip());
            if (bounds.length == 1) {
                return cost.repeated(least, least);
            }
            return cost.repeated(least, bounds[1].isBlank() ? -1 : Long.parseLong(bounds[1].strip()));
        } catch (NumberFormatException malformed) {
            throw new TooCostly();
        }
    }

    private int after(char end) {
        int found = pattern.indexOf(end, at);
        return found < 0 ? pattern.length() : found + 1;
    }

    private char peek() {
        return at < pattern.length() ? pattern.charAt(at) : '\0';
    }
}
