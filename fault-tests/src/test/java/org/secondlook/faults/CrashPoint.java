package org.secondlook.faults;

/** A place in the path of a turn at which the application is killed. */
enum CrashPoint {
    BEFORE_VERIFYING(Moment.PRESSING, "slack.SlackServlet", "doPost", false),
    BEFORE_LOOKING_FOR_THE_SAME_TURN(Moment.PRESSING, "store.RedisCaseStore", "load", false),
    AFTER_LOOKING_FOR_THE_SAME_TURN(Moment.PRESSING, "store.RedisCaseStore", "load", true),
    BEFORE_THE_COMMIT(Moment.PRESSING, "store.RedisCaseStore", "commit", false),
    AFTER_THE_COMMIT(Moment.PRESSING, "store.RedisCaseStore", "commit", true),
    BEFORE_THE_ANSWER_LEAVES(Moment.PRESSING, "slack.SlackServlet", "doPost", true),
    BEFORE_CLAIMING_A_MESSAGE(Moment.SENDING, "store.RedisCaseStore", "claimMessages", false),
    AFTER_CLAIMING_A_MESSAGE(Moment.SENDING, "core.turn.PostRoom", "trySend", false),
    BEFORE_SENDING_IN_SLACK(Moment.SENDING, "slack.SlackMessenger", "send", false),
    AFTER_SENDING_IN_SLACK(Moment.SENDING, "slack.SlackMessenger", "send", true),
    BEFORE_SENDING_IN_TEAMS(Moment.SENDING, "teams.TeamsMessenger", "send", false),
    AFTER_SENDING_IN_TEAMS(Moment.SENDING, "teams.TeamsMessenger", "send", true),
    BEFORE_MARKING_IT_SENT(Moment.SENDING, "core.turn.DeliveryBook", "delivered", false),
    BEFORE_MARKING_IT_SENT_IN_THE_CASE(Moment.SENDING, "store.RedisCaseStore", "commit", false),
    AFTER_MARKING_IT_SENT(Moment.SENDING, "core.turn.DeliveryBook", "delivered", true),
    AFTER_CLAIMING_A_CASE(Moment.REMINDING, "core.turn.Clockwork", "tryTick", false),
    BEFORE_THE_COMMIT_OF_THE_CLOCK(Moment.REMINDING, "store.RedisCaseStore", "commit", false),
    AFTER_THE_COMMIT_OF_THE_CLOCK(Moment.REMINDING, "store.RedisCaseStore", "commit", true),
    AFTER_TAKING_THE_MORNING_OF_A_PERSON(Moment.NUDGING, "core.turn.Mornings", "isHadBy", true);

    private final Moment moment;
    private final String type;
    private final String method;
    private final boolean after;

    CrashPoint(Moment moment, String type, String method, boolean after) {
        this.moment = moment;
        this.type = "org.secondlook." + type;
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
