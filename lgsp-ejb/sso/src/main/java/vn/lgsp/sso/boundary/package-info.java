/** The public face of sign-in: who a person is and what the person may do. A {@link vn.lgsp.model.Staff} is made here and nowhere else. */
package vn.lgsp.sso.boundary;
