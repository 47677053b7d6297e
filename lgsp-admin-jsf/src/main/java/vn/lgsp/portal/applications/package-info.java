/** Pages about applications and the services they offer (portal.md 4.4). */
package vn.lgsp.portal.applications;
