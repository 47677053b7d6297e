package vn.lgsp.operations.control;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;

/**
 * The one connection pool of the application, {@code java:app/jdbc/lgsp}: address and account come from MicroProfile
 * Config ({@code lgsp.db.url}, {@code lgsp.db.user}, {@code lgsp.db.password}), so that the same EAR runs on any server.
 *
 * <p>The pool checks a connection that has rested and replaces all of them when one is broken: after a restart of the
 * database the next request works. A request waits at most ten seconds for a connection and then fails cleanly. Statements and rows are the
 * driver's own: wrapped ones look for a method by its name whenever an id is read.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/lgsp",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=lgsp.db.url}",
        user = "${MPCONFIG=lgsp.db.user}",
        password = "${MPCONFIG=lgsp.db.password}",
        transactional = true,
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 48,
        maxIdleTime = 300,
        properties = {
            "applicationName=lgsp",
            "reWriteBatchedInserts=true",
            "tcpKeepAlive=true",
            "connectTimeout=5",
            "socketTimeout=120",
            "fish.payara.max-wait-time-in-millis=10000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.fail-all-connections=true",
            "fish.payara.wrap-jdbc-objects=false"
        })
@Stateless
public class Database {}
