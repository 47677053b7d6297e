/** Requests as a client would send them, right and wrong ones, each answer held against the reviewed contract. */
package vn.lgsp.tests.http;
