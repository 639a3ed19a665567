package dev.drover.controller.store.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.controller.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PackedTest {

    @Property(tries = 200)
    void everyTextIsUnpackedAsItWas(
            @ForAll @Chars({'{', 'x', '"', '\n', 'é', '\u001f', '中'}) @StringLength(max = 30) String text,
            @ForAll @IntRange(max = 1_000) int times) {
        String whole = text.repeat(times);

        Packed packed = Packed.pack("it", whole);

        assertThat(Packed.read(packed.bytes()).unpack("/it")).isEqualTo(whole);
    }

    @Test
    void shortTextsStayReadable() {
        assertThat(Packed.pack("it", "{\"a\":1}").bytes()).asString().isEqualTo("{\"a\":1}");
    }

    @Test
    void longTextsAreCompressed() {
        assertThat(Packed.pack("it", "{" + "x".repeat(1_000_000)).size()).isLessThan(10_000);
    }

    @Test
    void bombIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[Packed.MAX_TEXT_BYTES + 1]);
        }

        assertThatThrownBy(() -> Packed.read(bomb.toByteArray()).unpack("/it"))
                .isInstanceOf(StoreException.class)
                .hasMessage("/it: unpacks to more than 4194304 bytes (expected: fewer)");
    }

    @Test
    void halfOfACompressedTextIsCorrupt() {
        byte[] whole = Packed.pack("it", "x".repeat(100_000)).bytes();

        assertThatThrownBy(() ->
                        Packed.read(Arrays.copyOf(whole, whole.length / 2)).unpack("/it"))
                .isInstanceOf(StoreException.class)
                .hasMessage("/it: cannot be unpacked (expected: gzip)");
    }
}
