/** What PostgreSQL itself enforces, whoever comes: the lifecycles and their history. */
package vn.lgsp.tests.database;
