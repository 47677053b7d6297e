/**
 * One process that is a whole LGSP: its own PostgreSQL or yours, the migrations, Payara Micro and the EAR. Started by the
 * {@code lgsp} script; every text a person sees is in the bundle {@code launcher}.
 */
package vn.lgsp.launcher;
