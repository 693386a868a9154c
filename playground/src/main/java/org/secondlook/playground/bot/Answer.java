package org.secondlook.playground.bot;

/** What came back from the bot: an HTTP status with its body, or nothing. */
public record Answer(int status, String body) {

    public static final Answer TIMED_OUT = new Answer(0, "timeout");
    public static final Answer UNREACHABLE = new Answer(0, "unreachable");

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public boolean timedOut() {
        return equals(TIMED_OUT);
    }

    public boolean unreachable() {
        return equals(UNREACHABLE);
    }
}
