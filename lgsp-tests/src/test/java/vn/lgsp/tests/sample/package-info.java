/** The large sample: loaded in the background, finished after a crash, removed and loaded again. */
package vn.lgsp.tests.sample;
