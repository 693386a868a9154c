package org.secondlook.core.protocol;

import java.util.List;

/** What the lateness of one duty does. The duty itself stays open. */
public sealed interface Late {

    <R> R accept(Visitor<R> visitor);

    /** Whom the pack names to be told. */
    default List<Who> told() {
        return List.of();
    }

    /** As the stage says when its limit is missed. */
    record AsStage() implements Late {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.asStage();
        }
    }

    /** As given here, whatever the stage says. */
    record Move(WhenLate move) implements Late {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.move(move);
        }
    }

    /** The holder's deputy is asked, then upwards. */
    record ToDeputy() implements Late {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toDeputy();
        }
    }

    /** These people are told. */
    record Tell(List<Who> people) implements Late {

        public Tell {
            people = List.copyOf(people);
        }

        @Override
        public List<Who> told() {
            return people;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tell(people);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R asStage();

        R move(WhenLate move);

        R toDeputy();

        R tell(List<Who> people);
    }
}
