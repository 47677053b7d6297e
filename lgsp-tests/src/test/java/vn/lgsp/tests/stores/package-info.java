/** What any store of content has to do, tried on each kind by the same tests. */
package vn.lgsp.tests.stores;
