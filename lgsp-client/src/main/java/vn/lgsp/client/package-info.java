/**
 * The Java client of the platform.
 *
 * <pre>{@code
 * try (LgspClient client = LgspClient.builder(URI.create("https://…"), accessKey, secret).build()) {
 *     Packet packet = client.send(SendRequest.to("000.00.31.H23", "V/v …").file(path));
 * }
 * }</pre>
 */
package vn.lgsp.client;
