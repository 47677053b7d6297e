/** Lists of agencies from outside: a file is read, checked and entered (portal.md 4.1). */
package vn.lgsp.portal.lists;
