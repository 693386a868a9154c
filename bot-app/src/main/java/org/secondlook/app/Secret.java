package org.secondlook.app;

/** A token or secret as it was set. */
final class Secret {

    private Secret() {}

    /**
     * The secret itself.
     *
     * @throws IllegalArgumentException if it still names a variable: one that is not set would otherwise be taken as it is
     *     written, and everybody who knows the file would know the secret
     */
    static String of(String setting) {
        if (setting.contains("${")) {
            throw new IllegalArgumentException("Expected a secret, but found %s, which is not set".formatted(setting));
        }
        return setting;
    }
}
