/** The demonstration: two client processes exchange a document and a large file over the running platform, and every step is shown. */
package vn.lgsp.launcher.demo;
