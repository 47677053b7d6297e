/** Tickets of access in the words of OAuth 2.0 (Điều 10). */
package vn.lgsp.web.oauth;
