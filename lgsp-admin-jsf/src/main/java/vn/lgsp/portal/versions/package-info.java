/** What pages of things drafted in versions share: data types, code lists, policies, rules that find destinations. */
package vn.lgsp.portal.versions;
