/** Background jobs: ordering them from lists, watching them, stopping them. */
package vn.lgsp.portal.jobs;
