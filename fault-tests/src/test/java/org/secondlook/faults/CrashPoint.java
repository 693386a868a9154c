package org.secondlook.faults;

/** A place in the path of a turn at which the application is killed. */
enum CrashPoint {
    BEFORE_VERIFYING(Moment.PRESSING, "org.secondlook.slack.SlackServlet", "doPost", false),
    BEFORE_LOOKING_FOR_THE_SAME_TURN(Moment.PRESSING, "org.secondlook.store.RedisCaseStore", "load", false),
    AFTER_LOOKING_FOR_THE_SAME_TURN(Moment.PRESSING, "org.secondlook.store.RedisCaseStore", "load", true),
    BEFORE_THE_COMMIT(Moment.PRESSING, "org.secondlook.store.RedisCaseStore", "commit", false),
    AFTER_THE_COMMIT(Moment.PRESSING, "org.secondlook.store.RedisCaseStore", "commit", true),
    BEFORE_THE_ANSWER_LEAVES(Moment.PRESSING, "org.secondlook.slack.SlackServlet", "doPost", true),
    BEFORE_CLAIMING_A_MESSAGE(Moment.SENDING, "org.secondlook.store.RedisCaseStore", "claimMessages", false),
    AFTER_CLAIMING_A_MESSAGE(Moment.SENDING, "org.secondlook.core.turn.PostRoom", "trySend", false),
    BEFORE_SENDING(Moment.SENDING, "org.secondlook.slack.SlackMessenger", "send", false),
    AFTER_SENDING(Moment.SENDING, "org.secondlook.slack.SlackMessenger", "send", true),
    BEFORE_MARKING_IT_SENT(Moment.SENDING, "org.secondlook.store.RedisCaseStore", "complete", false),
    AFTER_MARKING_IT_SENT(Moment.SENDING, "org.secondlook.store.RedisCaseStore", "complete", true),
    AFTER_CLAIMING_A_CASE(Moment.REMINDING, "org.secondlook.core.turn.Clockwork", "tryTick", false),
    BEFORE_THE_COMMIT_OF_THE_CLOCK(Moment.REMINDING, "org.secondlook.store.RedisCaseStore", "commit", false),
    AFTER_THE_COMMIT_OF_THE_CLOCK(Moment.REMINDING, "org.secondlook.store.RedisCaseStore", "commit", true);

    private final Moment moment;
    private final String type;
    private final String method;
    private final boolean after;

    CrashPoint(Moment moment, String type, String method, boolean after) {
        this.moment = moment;
        this.type = type;
        this.method = method;
        this.after = after;
    }

    Moment moment() {
        return moment;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    boolean after() {
        return after;
    }
}
