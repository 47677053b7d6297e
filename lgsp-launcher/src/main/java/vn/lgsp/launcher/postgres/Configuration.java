package vn.lgsp.launcher.postgres;

import java.nio.file.Path;

/** The settings of the embedded server, written anew at each start; {@code ALTER SYSTEM} still goes above them. */
final class Configuration {

    static final String FILE = "lgsp.conf";

    private Configuration() {}

    static String text(int port, Path logDirectory) {
        return """
                # Written by the launcher at each start. Your own settings: ALTER SYSTEM SET …, which goes above this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'

                # What was answered is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                data_sync_retry = off

                max_connections = 100
                shared_buffers = '256MB'
                effective_cache_size = '1GB'
                work_mem = '8MB'
                maintenance_work_mem = '64MB'
                random_page_cost = 1.1
                jit = off

                wal_level = 'replica'
                min_wal_size = '256MB'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                checkpoint_completion_target = 0.9

                # A client that vanished must not hold locks for ever.
                idle_in_transaction_session_timeout = '5min'
                tcp_keepalives_idle = 60
                tcp_keepalives_interval = 10
                tcp_keepalives_count = 3

                timezone = 'UTC'
                lc_messages = 'C'

                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                # Values of parameters may be personal data or secrets.
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_min_duration_statement = '2s'
                log_checkpoints = off
                """
                .formatted(port, logDirectory.toString().replace("'", "''"));
    }
}
