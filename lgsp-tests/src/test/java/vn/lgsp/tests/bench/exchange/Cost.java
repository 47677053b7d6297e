package vn.lgsp.tests.bench.exchange;

import vn.lgsp.tests.bench.Cpu;

/**
 * CPU time in milliseconds, by who used it. A peer has its client in its own process: its server's figure is both.
 *
 * @param server of the server's process
 * @param database of PostgreSQL with all its processes
 * @param client of the process that sends and receives
 */
record Cost(double server, double database, double client) {
    static final Cost NONE = new Cost(0, 0, 0);

    Cost since(Cost before) {
        return new Cost(server - before.server, database - before.database, client - before.client);
    }

    /** Each packet's share; as many packets as at least one. */
    Cost per(long packets) {
        return new Cost(server / packets, database / packets, client / packets);
    }

    double all() {
        return server + database + client;
    }

    /**
     * Whose time is read; null for none.
     *
     * @param server the server's process
     * @param database the database's processes
     * @param client the process of the clients
     */
    record Meter(Cpu server, Cpu database, Cpu client) {
        Cost read() {
            return new Cost(millis(server), millis(database), millis(client));
        }

        private static double millis(Cpu cpu) {
            return cpu == null ? 0 : cpu.millis();
        }
    }
}
