/** Programs of others, unmodified, against the running platform: whoever has one of them gets in with it (Điều 4.4, 10). */
package vn.lgsp.tests.clients;
