/** Things that are drafted by one person, published by another and then never changed: what all of them have (docs/decisions/0071). */
package vn.lgsp.model.version;
