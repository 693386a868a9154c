package org.secondlook.teams.token;

/** What the check of a request came to. */
public sealed interface Verdict {

    <R> R accept(Visitor<R> visitor);

    /** It comes from Teams. */
    record Believed(Caller caller) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.believed(caller);
        }
    }

    /** It does not, or not for us. */
    record Refused(Refusal why) implements Verdict {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(why);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R believed(Caller caller);

        R refused(Refusal why);
    }
}
