package dev.corbel.emulators.hosts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The hosts that the tests of a class, or one test, get from {@link TestHostsExtension}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
public @interface HostSet {
    /** Their names: a balancer, two hosts for applications and two for databases unless others are given. */
    String[] value() default {"lb", "app1", "app2", "db1", "db2"};

    /** Whether they have PostgreSQL, HAProxy, Podman and others from the start, not in their repository only. */
    boolean withPackages() default false;

    /** Whether they get new disks before each test. */
    boolean fresh() default false;
}
