/** Groups of agencies that access rights are given to together. */
package vn.lgsp.portal.groups;
