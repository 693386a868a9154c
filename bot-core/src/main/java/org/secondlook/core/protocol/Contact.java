package org.secondlook.core.protocol;

import java.util.Optional;

/**
 * How to reach somebody outside the bot. A value left {@code to-fill} is empty here.
 *
 * @param byArea whether each area of the partnership has its own
 * @param check whether the value must be confirmed before live use
 */
public record Contact(
        String id,
        Optional<String> title,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> link,
        boolean byArea,
        boolean check) {}
