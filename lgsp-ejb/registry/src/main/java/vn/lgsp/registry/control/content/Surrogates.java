package vn.lgsp.registry.control.content;

/** Halves of a character: text with one of them alone cannot be written in UTF-8, and every reader makes something else of it. */
final class Surrogates {
    private Surrogates() {}

    static boolean lone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
