package vn.lgsp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.model.FieldError;

/** Content that breaks the rules of its data type: each place is told as the platform named it. */
class ContentRefusalTest {

    @Test
    void tellsFileLineColumnAndPath() throws IOException {
        String problem =
                """
                {"type":"/api/v1/errors/content-invalid","title":"T","status":422,"code":"content-invalid","detail":"D","fix":"F",
                 "retry":false,"requestId":"r","violations":[
                   {"file":"a.xml","line":12,"column":25,"path":"/hoSo/ma[2]","reason":"giá trị sai mẫu","detail":"cvc"},
                   {"reason":"số tệp ngoài giới hạn"}]}""";
        try (FakePlatform platform = new FakePlatform();
                LgspClient client = platform.client()) {
            platform.then(422, FakePlatform.PROBLEM, problem);
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class, () -> client.packets().get(UUID.randomUUID()));
            assertThat(refusal.errors())
                    .containsExactly(
                            new FieldError("a.xml:12:25 /hoSo/ma[2]", "giá trị sai mẫu"),
                            new FieldError("", "số tệp ngoài giới hạn"));
        }
    }
}
