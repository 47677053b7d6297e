/** Network addresses and ranges of them, as settings name them. */
package vn.lgsp.model.network;
