/** Rules that find destinations (Điều 5.7). */
package vn.lgsp.model.route;
