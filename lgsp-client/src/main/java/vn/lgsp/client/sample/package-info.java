/**
 * A document for trying things out: QCVN 102:2016 with two attachments, made of text and numbers of our own, the same bytes each time.
 */
package vn.lgsp.client.sample;
