/** Requests for reorganisation in the portal: their list, drafting them step by step, deciding on them, and the descent of agencies (Điều 7.2). */
package vn.lgsp.portal.reorganisation;
