package vn.lgsp.model;

import java.util.OptionalLong;

/** How the store of content is, for whoever watches over the platform; the module that keeps the content implements it. */
public interface ContentHealth {

    /** Where content lies, for example {@code file} or {@code s3}. */
    String kind();

    /** Whether content can be stored and read now. Answers within seconds, also when the store is away, and changes nothing that stays. */
    boolean usable();

    /** Free space, MiB; empty when the store does not tell. */
    OptionalLong freeMebibytes();
}
