package dev.corbel.dsl.program;

import java.util.Base64;

/** Java's encoders as code knows them: as values that are the same in each process, also when they are written out. */
final class Encoders {
    private Encoders() {}

    /** An encoder of Base64. */
    record Encoder(Base64.Encoder base64) {
        public byte[] encode(byte[] bytes) {
            return base64.encode(bytes);
        }

        public String encodeToString(byte[] bytes) {
            return base64.encodeToString(bytes);
        }

        public Encoder withoutPadding() {
            return new Encoder(base64.withoutPadding());
        }

        @Override
        public String toString() {
            return "encoder of Base64";
        }
    }

    /** A decoder of Base64. */
    record Decoder(Base64.Decoder base64) {
        public byte[] decode(String text) {
            return base64.decode(text);
        }

        public byte[] decode(byte[] bytes) {
            return base64.decode(bytes);
        }

        @Override
        public String toString() {
            return "decoder of Base64";
        }
    }
}
