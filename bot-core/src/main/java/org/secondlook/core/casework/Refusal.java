package org.secondlook.core.casework;

import java.time.Instant;
import java.util.List;
import org.secondlook.core.protocol.DutyId;

/** Why something was not done; the screens turn it into a sentence that says how to go on. */
public sealed interface Refusal {

    <R> R accept(Visitor<R> visitor);

    /** Somebody has done it already. */
    record AlreadyDone(Actor by, Instant at) implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alreadyDone(by, at);
        }
    }

    /** Nobody owes it any more, because the case has moved on. */
    record NoLongerAsked() implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noLongerAsked();
        }
    }

    /** It is for somebody else to do. */
    record NotYours() implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notYours();
        }
    }

    /** Something must be done first. */
    record NotYet(List<DutyId> missing) implements Refusal {

        public NotYet {
            missing = List.copyOf(missing);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notYet(missing);
        }
    }

    /** The words have changed since they were read. */
    record WordsChanged() implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wordsChanged();
        }
    }

    /** The date is later than the procedure allows. */
    record TooLate(Instant latest) implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tooLate(latest);
        }
    }

    /** It has been sent and can no longer be taken back. */
    record Gone() implements Refusal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.gone();
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R alreadyDone(Actor by, Instant at);

        R noLongerAsked();

        R notYours();

        R notYet(List<DutyId> missing);

        R wordsChanged();

        R tooLate(Instant latest);

        R gone();
    }
}
