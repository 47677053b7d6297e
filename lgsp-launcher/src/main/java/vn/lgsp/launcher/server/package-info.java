/** Payara Micro in this process: its working files, its log, the EAR in it, and whether it answers. */
package vn.lgsp.launcher.server;
