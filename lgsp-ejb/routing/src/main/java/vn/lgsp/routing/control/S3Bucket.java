package vn.lgsp.routing.control;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * One bucket, with the few calls that blobs need. Calls that fail for a while are repeated a few times with growing pauses; what fails then
 * is told in the words of {@link ContentStore}.
 */
final class S3Bucket implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    private static final int NOT_FOUND = 404;
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "StorageFull", "XMinioStorageFull", "InsufficientCapacity");

    /** Whoever asks a store that did not answer a moment ago is not kept waiting as well. */
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final S3Settings.Place place;
    private final AtomicReference<Long> silentSince;
    private final S3Client client;

    S3Bucket(S3Settings.Place place) {
        this(place, place.timeout(), ATTEMPTS, new AtomicReference<>());
    }

    private S3Bucket(S3Settings.Place place, Duration timeout, int attempts, AtomicReference<Long> silentSince) {
        this.place = place;
        this.silentSince = silentSince;
        this.client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .endpointOverride(place.endpoint())
                .region(Region.of(place.region()))
                .forcePathStyle(place.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(place.accessKey(), place.secretKey())))
                // Every segment carries its own proof; checksums in trailers are more than many compatible stores know.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .overrideConfiguration(options -> options.defaultProfileFile(
                                ProfileFile.aggregator().build())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(attempts)
                                .build()))
                .build();
    }

    /** The same bucket for a question that has to be answered soon. */
    S3Bucket impatient(Duration timeout) {
        return new S3Bucket(place, timeout, 1, silentSince);
    }

    /** An object: its name, its size in bytes, when it was written. */
    record Entry(String name, long size, Instant modified) {}

    /** A multipart upload that is not done. */
    record Unfinished(String name, String id, Instant begun) {}

    /** What a call is made of. */
    private interface Call<T> {
        T get() throws SdkException;
    }

    void put(String name, byte[] bytes, int length) throws IOException {
        call(
                name,
                () -> client.putObject(request -> request.bucket(place.bucket()).key(name), body(bytes, length)));
    }

    /** Read anew with each attempt, and not copied. */
    private static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
    }

    /** Fills the buffer from this position of an object on. */
    void read(String name, long from, ByteBuffer into) throws IOException {
        long last = from + into.remaining() - 1;
        int start = into.position();
        call(
                name,
                () -> client.getObject(
                        request -> request.bucket(place.bucket()).key(name).range("bytes=" + from + "-" + last),
                        (answer, stream) -> fill(stream, into.position(start))));
    }

    private static ByteBuffer fill(InputStream stream, ByteBuffer into) {
        try {
            while (into.hasRemaining()) {
                int n = stream.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
                if (n < 0) {
                    throw new EOFException("the store sent less than the object has");
                }
                into.position(into.position() + n);
            }
            return into;
        } catch (IOException brokenOff) {
            throw RetryableException.create("the answer broke off", brokenOff);
        }
    }

    /** Removes an object; nothing happens when there is none. */
    void delete(String name) throws IOException {
        call(
                name,
                () -> client.deleteObject(
                        request -> request.bucket(place.bucket()).key(name)));
    }

    /** All objects whose names begin so, ordered by name. */
    List<Entry> list(String prefix) throws IOException {
        return call(
                prefix,
                () ->
                        client
                                .listObjectsV2Paginator(request ->
                                        request.bucket(place.bucket()).prefix(prefix))
                                .contents()
                                .stream()
                                .map(found -> new Entry(found.key(), found.size(), found.lastModified()))
                                .toList());
    }

    String beginParts(String name) throws IOException {
        return call(name, () -> client.createMultipartUpload(
                        request -> request.bucket(place.bucket()).key(name))
                .uploadId());
    }

    CompletedPart part(Unfinished upload, int number, byte[] bytes, int length) throws IOException {
        String tag = call(upload.name(), () -> client.uploadPart(
                        request -> request.bucket(place.bucket())
                                .key(upload.name())
                                .uploadId(upload.id())
                                .partNumber(number),
                        body(bytes, length))
                .eTag());
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    void endParts(Unfinished upload, List<CompletedPart> parts) throws IOException {
        call(
                upload.name(),
                () -> client.completeMultipartUpload(request -> request.bucket(place.bucket())
                        .key(upload.name())
                        .uploadId(upload.id())
                        .multipartUpload(all -> all.parts(parts))));
    }

    void abort(Unfinished upload) throws IOException {
        try {
            call(
                    upload.name(),
                    () -> client.abortMultipartUpload(request ->
                            request.bucket(place.bucket()).key(upload.name()).uploadId(upload.id())));
        } catch (NoSuchFileException over) {
            // Somebody else ended it.
        }
    }

    /** The multipart uploads that are not done under such names. */
    List<Unfinished> unfinished(String prefix) throws IOException {
        return call(
                prefix, () -> client
                        .listMultipartUploadsPaginator(
                                request -> request.bucket(place.bucket()).prefix(prefix))
                        .uploads()
                        .stream()
                        .filter(upload -> upload.key().startsWith(prefix))
                        .map(S3Bucket::unfinished)
                        .toList());
    }

    private static Unfinished unfinished(MultipartUpload upload) {
        return new Unfinished(upload.key(), upload.uploadId(), upload.initiated());
    }

    /** When something of a multipart upload last came in; when it was begun if nothing has. */
    Instant touched(Unfinished upload) throws IOException {
        return call(upload.name(), () -> Stream.concat(
                        Stream.ofNullable(upload.begun()),
                        client
                                .listPartsPaginator(request -> request.bucket(place.bucket())
                                        .key(upload.name())
                                        .uploadId(upload.id()))
                                .parts()
                                .stream()
                                .map(Part::lastModified))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH));
    }

    /** Fails when the bucket is not there or may not be used. */
    void check() throws IOException {
        ask("", () -> client.headBucket(request -> request.bucket(place.bucket())));
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T call(String name, Call<T> call) throws IOException {
        Long since = silentSince.get();
        if (since != null && System.nanoTime() - since < PAUSE) {
            throw new StoreUnavailableException("the S3 store did not answer a moment ago", null);
        }
        return ask(name, call);
    }

    private <T> T ask(String name, Call<T> call) throws IOException {
        try {
            T answer = call.get();
            silentSince.set(null);
            return answer;
        } catch (AwsServiceException refused) {
            silentSince.set(null);
            throw translated(name, refused);
        } catch (SdkException away) {
            silentSince.set(System.nanoTime());
            throw new StoreUnavailableException("the S3 store does not answer for " + name, away);
        }
    }

    private static IOException translated(String name, AwsServiceException refused) {
        // The answer to a question about the bucket has no body and so no code.
        String code = Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
        if (refused.statusCode() == NOT_FOUND && ("NoSuchKey".equals(code) || "NoSuchUpload".equals(code))) {
            return new NoSuchFileException(name);
        }
        if (refused.statusCode() == 507 || FULL.contains(code)) {
            return new StoreFullException("the S3 store is full", refused);
        }
        return new StoreUnavailableException(
                "the S3 store refuses " + name + ": " + refused.statusCode() + " " + code, refused);
    }
}
