package vn.lgsp.portal.list;

import java.time.Instant;

/** A bit of a cell, as the grid writes it. */
public sealed interface Piece {
    /** Plain words; {@code muted} when they only accompany. */
    record Words(String text, boolean muted) implements Piece {}

    /** Words that open an address of the portal. */
    record Link(String text, String path) implements Piece {}

    /** An identifier with a button that copies it; {@code shown} is a shorter form of it. */
    record Code(String value, String shown) implements Piece {}

    /** A state: word, icon and colour together; {@code tone} is running, done, attention, error or stopped. */
    record Tag(String text, String tone) implements Piece {}

    /** A time, with how long ago it was. */
    record Time(Instant instant) implements Piece {}

    /** An agency of a route; {@code receives} puts the arrow in front. */
    record Party(String name, String code, boolean receives) implements Piece {}

    /** How far something is, of 0 to {@code whole}. */
    record Progress(long part, long whole) implements Piece {}
}
