package vn.lgsp.portal.account;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as the path of a drawing: nothing of the secret leaves the page, and no script is needed.
 *
 * @param size width and height of the drawing, in modules, with the quiet zone around
 * @param path all dark modules, for {@code d} of an SVG path
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** Draws a text. */
    static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
