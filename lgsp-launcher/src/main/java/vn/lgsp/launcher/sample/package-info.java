/** Orders about the sample data (MẪU) from the command line. */
package vn.lgsp.launcher.sample;
