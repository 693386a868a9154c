package org.secondlook.core.protocol;

/** A protocol pack and its version, written {@code bradford@1}. A case keeps the one it began under. */
public record ProtocolId(String name, int version) {

    public ProtocolId {
        if (name.isBlank() || name.contains("@")) {
            throw new IllegalArgumentException("Expected a pack name without @, but found '%s'".formatted(name));
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Expected a pack version from 1, but found %d for %s".formatted(version, name));
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static ProtocolId parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("Expected name@version, but found '%s'".formatted(text));
        }
        return new ProtocolId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
