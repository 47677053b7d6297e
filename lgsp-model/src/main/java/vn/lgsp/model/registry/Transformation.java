package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A way to make another form of content (chuyển đổi dữ liệu, Điều 8.4, 2.1). How it is done stands in its versions. */
@Entity
@Table(name = "transformation")
public class Transformation {
    @Id
    private String code;

    @Column(name = "name_vi")
    private String nameVi;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "from_type", updatable = false)
    private String fromType;

    @Column(name = "to_type", updatable = false)
    private String toType;

    @Column(name = "media_in", updatable = false)
    private String mediaIn;

    @Column(name = "media_out", updatable = false)
    private String mediaOut;

    protected Transformation() {}

    /**
     * What a transformation makes of what.
     *
     * @param fromType code of the type of data that is sent
     * @param toType code of the type that comes of it; may be the same
     * @param mediaIn media types of the files that are converted; others pass as they are
     * @param mediaOut media type of what comes of them
     */
    public record Ends(String fromType, String toType, List<String> mediaIn, String mediaOut) {
        public Ends {
            mediaIn = List.copyOf(mediaIn);
        }
    }

    public Transformation(String code, String nameVi, String nameEn, Ends ends) {
        this.code = code;
        this.nameVi = nameVi;
        this.nameEn = nameEn;
        this.fromType = ends.fromType();
        this.toType = ends.toType();
        this.mediaIn = String.join(" ", ends.mediaIn());
        this.mediaOut = ends.mediaOut();
    }

    public String code() {
        return code;
    }

    public String nameVi() {
        return nameVi;
    }

    public String nameEn() {
        return nameEn;
    }

    /** What it makes of what; stays so, for whoever takes it relies on it. */
    public Ends ends() {
        return new Ends(fromType, toType, List.of(mediaIn.split(" ")), mediaOut);
    }
}
