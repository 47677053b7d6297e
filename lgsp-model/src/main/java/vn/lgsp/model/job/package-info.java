/** Bulk acts that people order and the platform does in the background, item by item. */
package vn.lgsp.model.job;
