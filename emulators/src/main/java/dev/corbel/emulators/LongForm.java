package dev.corbel.emulators;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests that run in the long form of the proofs alone, {@code -Pproofs}: they take minutes, or a quiet machine. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("proof")
@EnabledIfSystemProperty(
        named = "corbel.kills",
        matches = "all",
        disabledReason = "Skipped, since this is part of the long form of the proofs")
public @interface LongForm {}
