/** Settings of the platform: what they are, what they were, and changing them. */
package vn.lgsp.portal.settings;
