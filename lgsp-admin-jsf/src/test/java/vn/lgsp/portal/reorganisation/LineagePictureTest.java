package vn.lgsp.portal.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.registry.boundary.LineageLink;

/** Descent, laid out from left to right. */
class LineagePictureTest {
    private static final UUID OWN = new UUID(0, 3);

    private static LineageLink link(UUID from, String fromCode, UUID to, String toCode) {
        return new LineageLink(
                from,
                fromCode,
                "Đơn vị " + fromCode,
                to,
                toCode,
                "Đơn vị " + toCode,
                Instant.EPOCH,
                "MERGED",
                null,
                null);
    }

    @Test
    void each_generation_is_a_column_and_nothing_lies_over_anything() {
        LineagePicture picture = LineagePicture.of(
                List.of(
                        link(new UUID(0, 1), "A", OWN, "C"),
                        link(new UUID(0, 2), "B", OWN, "C"),
                        link(OWN, "C", OWN, "D"),
                        link(new UUID(0, 2), "B", new UUID(0, 4), "E")),
                OWN);
        assertThat(picture.boxes()).extracting(LineagePicture.Box::code).containsExactly("A", "C", "B", "D", "E");
        assertThat(picture.boxes())
                .filteredOn(LineagePicture.Box::own)
                .extracting(LineagePicture.Box::code)
                .containsExactly("C", "D");
        assertThat(picture.boxes()).doesNotHaveDuplicates().allSatisfy(box -> {
            assertThat(box.x() + box.width()).isLessThan(picture.width());
            assertThat(box.y() + box.height()).isLessThan(picture.height());
        });
        assertThat(picture.boxes().stream().map(box -> box.x() + " " + box.y())).doesNotHaveDuplicates();
        assertThat(picture.lines()).hasSize(4);
    }

    @Test
    void a_circle_ends() {
        assertThat(LineagePicture.of(List.of(link(OWN, "A", OWN, "B"), link(OWN, "B", OWN, "A")), OWN)
                        .boxes())
                .hasSize(2);
        assertThat(LineagePicture.of(List.of(), OWN).blank()).isTrue();
    }
}
