package dev.footfall.reason;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The English sentence of a reason, its places in braces: {@code {sensor}}. Numbers are rounded to whole ones, or to the digits
 * that the place asks for, {@code {most:.1}}; a plus asks for the sign, {@code {rate:+.1}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Says {
    String value();
}
