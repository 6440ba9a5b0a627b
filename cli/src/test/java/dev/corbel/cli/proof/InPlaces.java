package dev.corbel.cli.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is made in files and in another kind of place, which takes turns by the day, and gets {@link Places} of that
 * kind. {@code -Dcorbel.places=s3,postgres} chooses some of them, {@code all} means all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PlacesExtension.class)
@interface InPlaces {
    /** Whether one kind of place does, another each day, since much the same is made in files every day. */
    boolean one() default false;
}
