package vn.lgsp.web.filter;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Operations of the protocol tus, whose answers name its version. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Tus {
    /** The only version spoken. */
    String VERSION = "1.0.0";

    /** The header that names the version on both sides. */
    String RESUMABLE = "Tus-Resumable";
}
