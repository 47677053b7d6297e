/** The database as the launcher sees it, embedded or not: reachable, new enough, migrated, and locked with our key. */
package vn.lgsp.launcher.database;
