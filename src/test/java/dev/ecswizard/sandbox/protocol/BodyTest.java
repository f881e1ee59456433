package dev.ecswizard.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8190, 8191, 8192, 8193, 16384, 100_000})
    void itsBytesAreTheTextsHoweverLongItIs(int length) throws IOException {
        var text = "é€😀z".repeat(length / 4) + "x".repeat(length % 4);

        var body = Body.of(text);

        assertThat(bytes(body)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(body.length()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aHalfCharacterIsReplaced() throws IOException {
        var text = "a\uD83Db\uDE00c\uD83D";

        assertThat(new String(bytes(Body.of(text)), StandardCharsets.UTF_8)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void everyCharacterIsWrittenAsTheJdkWritesIt() throws IOException {
        var body = new Body();
        var text = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += 13) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                body.append(point);
                text.appendCodePoint(point);
            }
        }

        assertThat(bytes(body)).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Body body) throws IOException {
        var out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }
}
