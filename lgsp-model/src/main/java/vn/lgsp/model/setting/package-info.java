/** How settings that people change reach the code: as one more source of MicroProfile Config. */
package vn.lgsp.model.setting;
