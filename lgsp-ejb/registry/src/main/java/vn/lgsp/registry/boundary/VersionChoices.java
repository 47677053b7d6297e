package vn.lgsp.registry.boundary;

/** What a person may do with a version: offered by pages, decided again when it is done. */
public record VersionChoices(boolean change, boolean publish) {}
