package dev.ecswizard.sandbox.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;

/// Scalars as text, both ways.
final class Values {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Values() {}

    /// @throws IllegalArgumentException if the text is no such value
    static Object parse(SdkField<?> field, String text) {
        var type = field.marshallingType().getTargetClass();
        try {
            return switch (type.getSimpleName()) {
                case "String" -> text;
                case "Integer" -> Integer.valueOf(text.strip());
                case "Long" -> Long.valueOf(text.strip());
                case "Short" -> Short.valueOf(text.strip());
                case "Byte" -> Byte.valueOf(text.strip());
                case "Float" -> Float.valueOf(text.strip());
                case "Double" -> Double.valueOf(text.strip());
                case "BigDecimal" -> decimal(text.strip());
                case "Boolean" -> bool(text.strip());
                case "Instant" -> instant(text.strip());
                case "SdkBytes" ->
                    SdkBytes.fromByteArray(Base64.getMimeDecoder().decode(text));
                default -> throw new IllegalArgumentException("a value of type " + type.getSimpleName());
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// A number with an exponent in the millions would take its time.
    private static BigDecimal decimal(String text) {
        if (text.length() > 64) {
            throw new IllegalArgumentException("a number of more than 64 characters");
        }
        return new BigDecimal(text);
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Instant instant(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,9})?")
                ? Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue())
                : OffsetDateTime.parse(text).toInstant();
    }

    static String text(Object value) {
        return switch (value) {
            case Instant instant -> ISO.format(instant);
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
            case BigDecimal decimal -> decimal.toPlainString();
            default -> value.toString();
        };
    }
}
