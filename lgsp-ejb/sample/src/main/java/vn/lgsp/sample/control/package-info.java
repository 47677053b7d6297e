/**
 * The demonstration province and the sample data (MẪU). What is loaded follows from a seed and the day alone: people, documentation and
 * tests talk about the same packets. Loading and removing go step by step, each step one transaction, so that a process that dies in the
 * middle has lost nothing and done nothing twice.
 */
package vn.lgsp.sample.control;
