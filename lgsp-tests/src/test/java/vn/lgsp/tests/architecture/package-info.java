/** Rules that every class of the platform keeps, read from what the build has compiled. */
package vn.lgsp.tests.architecture;
