/**
 * The rules of data types (Điều 3.6, 8.2): schemas made ready, documents read in one pass and held against them. Whatever reads here is bounded
 * by limits in depth, length and number, never by a clock (threats 17, 18).
 */
package vn.lgsp.registry.control.content;
