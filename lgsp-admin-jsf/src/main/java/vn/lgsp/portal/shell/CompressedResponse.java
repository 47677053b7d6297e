package vn.lgsp.portal.shell;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A response that is compressed (RFC 1952) when it turns out to be text. Whether it is, is known with the first byte: the server's own servlet
 * takes the stream before it says what kind of file it serves.
 */
class CompressedResponse extends HttpServletResponseWrapper {
    private static final int BUFFER = 8192;
    private static final Set<String> TEXTS = Set.of(
            "text/html",
            "text/xml",
            "text/css",
            "text/javascript",
            "application/javascript",
            "application/json",
            "image/svg+xml");

    private Chosen stream;
    private PrintWriter writer;
    private long length = -1;

    CompressedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Chosen();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
        }
        return writer;
    }

    /** Kept until it is clear whether that many bytes will be sent. */
    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, String value) {
        if ("Content-Length".equalsIgnoreCase(name)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    /** An error has a page of its own, which is not compressed: nothing may be left that says it is. */
    @Override
    public void sendError(int status) throws IOException {
        abandon();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        abandon();
        super.sendError(status, message);
    }

    /** Drops what was begun, headers too, when nothing has been sent yet. */
    void abandon() {
        if (stream != null && !isCommitted()) {
            reset();
        }
    }

    /** Writes what is still held back. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream == null) {
            announceLength();
        } else {
            stream.finish();
        }
    }

    private void forget() {
        stream = null;
        writer = null;
        length = -1;
    }

    private boolean isText() {
        String type = getContentType();
        return type != null && TEXTS.contains(type.split(";", 2)[0].strip()) && getHeader("Content-Encoding") == null;
    }

    private void announceLength() {
        if (length >= 0) {
            super.setContentLengthLong(length);
        }
    }

    /** The stream that is chosen with the first byte. */
    private final class Chosen extends ServletOutputStream {
        private OutputStream target;
        private GZIPOutputStream gzip;

        @Override
        public void write(int octet) throws IOException {
            target().write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int count) throws IOException {
            target().write(octets, offset, count);
        }

        @Override
        public void flush() throws IOException {
            // Compressed text is held back until the end: each flush in the middle would cost compression, and pages
            // flush often.
            if (gzip == null && target != null) {
                target.flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("The portal writes its pages blocking");
        }

        private OutputStream target() throws IOException {
            if (target == null) {
                OutputStream plain = getResponse().getOutputStream();
                if (isText()) {
                    CompressedResponse.super.setHeader("Content-Encoding", "gzip");
                    addHeader("Vary", "Accept-Encoding");
                    gzip = new GZIPOutputStream(plain, BUFFER);
                    target = gzip;
                } else {
                    announceLength();
                    target = plain;
                }
            }
            return target;
        }

        private void finish() throws IOException {
            if (gzip != null) {
                gzip.finish();
            } else if (target == null) {
                announceLength();
            }
        }
    }
}
