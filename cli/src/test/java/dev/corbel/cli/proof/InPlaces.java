package dev.corbel.cli.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is made once for each kind of place, and gets {@link Places} of that kind. {@code -Dcorbel.places=s3,postgres}
 * chooses some of them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PlacesExtension.class)
@interface InPlaces {}
