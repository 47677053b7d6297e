package vn.lgsp.peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * A broker with one durable queue and none of the security: ActiveMQ Artemis, embedded, over TCP on the loopback interface. Every message
 * is persistent, and the journal is forced to the disk before anything is acknowledged.
 */
final class ArtemisPeer extends Peer {
    private static final String QUEUE = "packets";
    private static final String SENT = "sent";

    /** Messages in one transaction. */
    private static final int BATCH = 100;

    /** Messages on the way at once at most, so that the broker measures its queue and not its paging. */
    private static final int ON_THE_WAY = 4000;

    private static final long PATIENCE_MILLIS = 50;
    private static final int PROBES = 100;

    private final byte[] content = new byte[BYTES];
    private final ServerLocator oneByOne;
    private final ServerLocator inTransactions;

    private ArtemisPeer(String address) throws Exception {
        new Random(7).nextBytes(content);
        oneByOne = ActiveMQClient.createServerLocator(address)
                .setBlockOnDurableSend(true)
                .setBlockOnAcknowledge(true)
                .setAckBatchSize(0);
        // What is sent and acknowledged in a transaction is answered for by its commit.
        inTransactions = ActiveMQClient.createServerLocator(address);
    }

    /** Keeps its journal below the directory that is its only argument. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createDirectories(Path.of(arguments[0]));
        String address = "tcp://127.0.0.1:" + freePort();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configuration(home, address));
        broker.start();
        new ArtemisPeer(address).serve();
        broker.stop();
        System.exit(0);
    }

    private static Configuration configuration(Path home, String address) throws Exception {
        return new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                // How long writes are gathered before they are forced; its own installer takes what one forced write
                // costs on the disk.
                .setJournalBufferTimeout_NIO(nanosOfForcedWrite(home))
                .setJournalDirectory(home.resolve("journal").toString())
                .setBindingsDirectory(home.resolve("bindings").toString())
                .setPagingDirectory(home.resolve("paging").toString())
                .setLargeMessagesDirectory(home.resolve("large").toString())
                .addAcceptorConfiguration("tcp", address)
                .addQueueConfiguration(QueueConfiguration.of(QUEUE)
                        .setAddress(QUEUE)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    private static int nanosOfForcedWrite(Path home) throws IOException {
        Path file = home.resolve("probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long begin = System.nanoTime();
            for (int i = 0; i < PROBES; i++) {
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(false);
            }
            return (int) ((System.nanoTime() - begin) / PROBES);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    Round round(String way, int threads, Duration length) throws Exception {
        int batch = way.equals("batched") ? BATCH : 1;
        Semaphore free = new Semaphore(ON_THE_WAY);
        AtomicBoolean sent = new AtomicBoolean();
        try (Workers senders = new Workers();
                Workers takers = new Workers()) {
            Round round = new Round();
            long end = System.nanoTime() + length.toNanos();
            senders.start(threads, () -> send(batch, free, end));
            takers.start(threads, () -> take(batch, free, sent, round));
            senders.await();
            sent.set(true);
            takers.await();
            return round;
        }
    }

    private ServerLocator locator(int batch) {
        return batch == 1 ? oneByOne : inTransactions;
    }

    private Void send(int batch, Semaphore free, long end) throws Exception {
        try (ClientSessionFactory factory = locator(batch).createSessionFactory();
                ClientSession session = factory.createSession(batch == 1, batch == 1)) {
            ClientProducer producer = session.createProducer(QUEUE);
            while (System.nanoTime() < end) {
                free.acquire(batch);
                for (int i = 0; i < batch; i++) {
                    ClientMessage message = session.createMessage(true);
                    message.putLongProperty(SENT, System.nanoTime());
                    message.getBodyBuffer().writeBytes(content);
                    producer.send(message);
                }
                if (batch > 1) {
                    session.commit();
                }
            }
        }
        return null;
    }

    private Void take(int batch, Semaphore free, AtomicBoolean sent, Round round) throws Exception {
        try (ClientSessionFactory factory = locator(batch).createSessionFactory();
                ClientSession session = factory.createSession(batch == 1, batch == 1)) {
            ClientConsumer consumer = session.createConsumer(QUEUE);
            session.start();
            long[] taken = new long[batch];
            int count = 0;
            while (true) {
                boolean last = sent.get();
                ClientMessage message = consumer.receive(PATIENCE_MILLIS);
                if (message != null) {
                    message.getBodyBuffer()
                            .readBytes(new byte[message.getBodyBuffer().readableBytes()]);
                    message.acknowledge();
                    taken[count++] = message.getLongProperty(SENT);
                }
                if (count == batch || message == null && count > 0) {
                    if (batch > 1) {
                        session.commit();
                    }
                    for (int i = 0; i < count; i++) {
                        round.taken(taken[i]);
                    }
                    free.release(count);
                    count = 0;
                }
                if (message == null && last) {
                    return null;
                }
            }
        }
    }
}
