/** Lists of codes that data types share, and their versions (portal.md 5.3, 6.4). */
package vn.lgsp.portal.codelists;
