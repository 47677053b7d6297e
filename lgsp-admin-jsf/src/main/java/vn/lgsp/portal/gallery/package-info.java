/** Every tag in every state, for those who build pages; development mode only. */
package vn.lgsp.portal.gallery;
