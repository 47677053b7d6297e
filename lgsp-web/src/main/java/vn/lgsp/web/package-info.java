/** The REST interface: thin resources that turn requests into calls of the boundaries, and answers into JSON. Rights are checked there. */
package vn.lgsp.web;
