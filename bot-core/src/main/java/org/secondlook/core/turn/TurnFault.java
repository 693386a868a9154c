package org.secondlook.core.turn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.secondlook.core.casework.TurnId;

/** What may be told of a fault in a turn: its name and its place, never its message, which may hold somebody's words. */
public final class TurnFault {

    private static final String OURS = "org.secondlook.";
    private static final int REFERENCE_BYTES = 4;
    private static final int CAUSES = 5;

    private TurnFault() {}

    /** A short name for what went wrong in a turn, the same in the log and on the screen. */
    public static String reference(TurnId turn) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(turn.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, REFERENCE_BYTES).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }

    /** Which exceptions, and where they were thrown: by their place in our own code, where they passed through it. */
    public static String places(Throwable thrown) {
        StringBuilder places = new StringBuilder();
        Throwable cause = thrown;
        for (int n = 0; cause != null && n < CAUSES; n++) {
            places.append(n == 0 ? "" : " < ")
                    .append(cause.getClass().getName())
                    .append(place(cause));
            cause = cause.getCause();
        }
        return places.toString();
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        for (StackTraceElement element : stack) {
            if (element.getClassName().startsWith(OURS)) {
                return "@" + element.getClassName().substring(OURS.length()) + ":" + element.getLineNumber();
            }
        }
        return stack.length == 0 ? "" : "@" + stack[0].getClassName() + ":" + stack[0].getLineNumber();
    }
}
