/** What all pages stand on: safeguards around every response, language and theme, who is signed in, texts and formats, refusals. */
package vn.lgsp.portal.shell;
