package vn.lgsp.portal.shell;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A response that is compressed (RFC 1952) when it turns out to be text; what kind it is, is known when somebody begins to write. */
class CompressedResponse extends HttpServletResponseWrapper {
    private static final Set<String> TEXTS = Set.of(
            "text/html",
            "text/xml",
            "text/css",
            "text/javascript",
            "application/javascript",
            "application/json",
            "image/svg+xml");

    private ServletOutputStream stream;
    private PrintWriter writer;
    private GZIPOutputStream gzip;

    CompressedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = compressible() ? compressing() : super.getOutputStream();
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = compressible()
                    ? new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()))
                    : super.getWriter();
        }
        return writer;
    }

    /** The length of what is sent is not that of what was written. */
    @Override
    public void setContentLength(int length) {
        if (!compressible()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!compressible()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!"Content-Length".equalsIgnoreCase(name) || !compressible()) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null) {
            stream.flush();
        }
        super.flushBuffer();
    }

    /** What was written so far is dropped; a compressed stream cannot go on after that, so a new one begins. */
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
        if (gzip != null && !isCommitted()) {
            reset();
        }
    }

    /** Writes what is still held back. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (gzip != null) {
            gzip.finish();
        }
    }

    private void forget() {
        if (gzip != null) {
            gzip = null;
            stream = null;
            writer = null;
        }
    }

    private boolean compressible() {
        String type = getContentType();
        return type != null && TEXTS.contains(type.split(";", 2)[0].strip()) && getHeader("Content-Encoding") == null
                || gzip != null;
    }

    private ServletOutputStream compressing() throws IOException {
        super.setHeader("Content-Encoding", "gzip");
        super.addHeader("Vary", "Accept-Encoding");
        ServletOutputStream plain = super.getOutputStream();
        gzip = new GZIPOutputStream(plain, 8192);
        GZIPOutputStream target = gzip;
        return new ServletOutputStream() {
            @Override
            public void write(int octet) throws IOException {
                target.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                target.write(octets, offset, length);
            }

            @Override
            public void flush() throws IOException {
                // Held back until the end: each flush in the middle would cost compression, and pages flush often.
            }

            @Override
            public boolean isReady() {
                return plain.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                plain.setWriteListener(listener);
            }
        };
    }
}
