/** Lists of agencies as files: read from CSV and XLSX as they come in, written as rows are read (portal.md 4.1). */
package vn.lgsp.registry.control.lists;
