package org.secondlook.teams;

/** What a request is answered with: a status, and JSON or nothing. */
final class HttpAnswer {

    static final HttpAnswer TAKEN = new HttpAnswer(200);
    static final HttpAnswer MALFORMED = new HttpAnswer(400);
    static final HttpAnswer REFUSED = new HttpAnswer(401);
    static final HttpAnswer TOO_LARGE = new HttpAnswer(413);
    static final HttpAnswer FAILED = new HttpAnswer(500);

    /** The turn is stored, but Teams did not take the answer; it may deliver the message again. */
    static final HttpAnswer NOT_ANSWERED = new HttpAnswer(502);

    private final int status;
    private final byte[] json;

    HttpAnswer(int status, byte[] json) {
        this.status = status;
        this.json = json.clone();
    }

    private HttpAnswer(int status) {
        this(status, new byte[0]);
    }

    /** A status without a body. */
    static HttpAnswer of(int status) {
        return new HttpAnswer(status);
    }

    int status() {
        return status;
    }

    byte[] json() {
        return json.clone();
    }

    boolean isOk() {
        return status == TAKEN.status;
    }
}
