package vn.lgsp.routing.boundary;

/** A small file that comes along with its packet in the inbox, decrypted and verified. */
public record InlineFile(PacketView.FileView file, byte[] content) {}
