/**
 * The embedded PostgreSQL: its programs, its data directory and its life. Durable by construction: {@code fsync},
 * {@code synchronous_commit} and {@code full_page_writes} are on, everybody signs in with a password, and it listens on
 * 127.0.0.1 only.
 */
package vn.lgsp.launcher.postgres;
