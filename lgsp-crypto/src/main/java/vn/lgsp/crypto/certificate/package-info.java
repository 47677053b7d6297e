/**
 * Certificates of applications (chứng thư, Điều 10, 14.1): the platform's own authority after RFC 5280, requests for certificates
 * (PKCS#10, RFC 2986), certificates of other authorities, the list of what was revoked. Needs neither a container nor a provider beyond the
 * JDK's: BouncyCastle only builds and reads the structures.
 */
package vn.lgsp.crypto.certificate;
