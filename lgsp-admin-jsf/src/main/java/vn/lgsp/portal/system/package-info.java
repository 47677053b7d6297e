/** The platform itself: version, node, checks, and what it carries of others. */
package vn.lgsp.portal.system;
