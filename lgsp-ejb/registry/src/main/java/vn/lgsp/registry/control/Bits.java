package vn.lgsp.registry.control;

import java.util.Arrays;

/** A set of agencies of one segment. */
final class Bits {
    private final long[] words;
    private final int size;

    Bits(int size) {
        this.size = size;
        this.words = new long[(size + 63) >>> 6];
    }

    void set(int bit) {
        words[bit >>> 6] |= 1L << bit;
    }

    boolean has(int bit) {
        return (words[bit >>> 6] & 1L << bit) != 0;
    }

    void setAll() {
        Arrays.fill(words, -1L);
        if ((size & 63) != 0) {
            words[words.length - 1] = (1L << (size & 63)) - 1;
        }
    }

    void or(Bits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    void and(Bits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    /** The next member from a place on; -1 when there is none. */
    int next(int from) {
        int word = from >>> 6;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & (-1L << from);
        while (bits == 0) {
            word++;
            if (word == words.length) {
                return -1;
            }
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }
}
