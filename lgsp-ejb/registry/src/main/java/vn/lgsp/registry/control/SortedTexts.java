package vn.lgsp.registry.control;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts of ASCII in their order, packed into one array: a twentieth of the memory of so many strings. */
final class SortedTexts {
    private final byte[] bytes;
    private final int[] starts;

    /** Takes texts that are in their natural order already; the same may be there several times. */
    SortedTexts(List<String> sorted) {
        starts = new int[sorted.size() + 1];
        int length = 0;
        for (String text : sorted) {
            length += text.length();
        }
        bytes = new byte[length];
        int at = 0;
        for (int i = 0; i < sorted.size(); i++) {
            starts[i] = at;
            byte[] text = sorted.get(i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, bytes, at, text.length);
            at += text.length;
        }
        starts[sorted.size()] = at;
    }

    int size() {
        return starts.length - 1;
    }

    String get(int index) {
        return new String(bytes, starts[index], starts[index + 1] - starts[index], StandardCharsets.US_ASCII);
    }

    /** The first that is not before a text. */
    int from(String text) {
        return first(text, false);
    }

    /** The first that is behind all that begin with a text. */
    int behind(String prefix) {
        return first(prefix, true);
    }

    /** Whether the text at an index is exactly this one. */
    boolean is(int index, String text) {
        return index < size() && starts[index + 1] - starts[index] == text.length() && compare(index, text, false) == 0;
    }

    private int first(String text, boolean behindPrefix) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, text, behindPrefix);
            if (order < 0 || behindPrefix && order == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int index, String text, boolean prefixOnly) {
        int length = starts[index + 1] - starts[index];
        int common = Math.min(length, text.length());
        for (int i = 0; i < common; i++) {
            int order = bytes[starts[index] + i] - text.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        if (prefixOnly && length >= text.length()) {
            return 0;
        }
        return length - text.length();
    }
}
