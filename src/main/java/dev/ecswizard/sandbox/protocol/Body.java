package dev.ecswizard.sandbox.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// What an answer says, in UTF-8. Its bytes are written once and go out from where they stand: text that grows and is
/// then encoded would take five times the room.
final class Body {
    /// As much as the HTTP server hands on without a copy of its own.
    private static final int PIECE = 1 << 13;

    private static final int REPLACEMENT = 0xFFFD;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[PIECE];
    private int at;

    static Body of(String text) {
        return new Body().append(text);
    }

    /// Half a surrogate pair becomes U+FFFD.
    Body append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else {
                int point = text.codePointAt(i);
                append(Character.isSurrogate(c) && !Character.isSupplementaryCodePoint(point) ? REPLACEMENT : point);
                i += Character.charCount(point) - 1;
            }
        }
        return this;
    }

    /// @param point a Unicode code point that is no surrogate
    Body append(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xC0 | point >> 6);
            put(0x80 | point & 0x3F);
        } else if (point < 0x10000) {
            put(0xE0 | point >> 12);
            put(0x80 | point >> 6 & 0x3F);
            put(0x80 | point & 0x3F);
        } else {
            put(0xF0 | point >> 18);
            put(0x80 | point >> 12 & 0x3F);
            put(0x80 | point >> 6 & 0x3F);
            put(0x80 | point & 0x3F);
        }
        return this;
    }

    private void put(int octet) {
        if (at == PIECE) {
            full.add(piece);
            piece = new byte[PIECE];
            at = 0;
        }
        piece[at++] = (byte) octet;
    }

    /// In bytes.
    int length() {
        return full.size() * PIECE + at;
    }

    void writeTo(OutputStream out) throws IOException {
        for (var part : full) {
            out.write(part);
        }
        out.write(piece, 0, at);
    }
}
