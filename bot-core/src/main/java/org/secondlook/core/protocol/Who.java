package org.secondlook.core.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Who owes a duty or takes part in it: alternatives in order, of which the first that the directory can fill is asked.
 */
public record Who(List<Term> firstFilled) {

    public Who {
        if (firstFilled.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one person or post, but found none");
        }
        firstFilled = List.copyOf(firstFilled);
    }

    public static Who of(Term... terms) {
        return new Who(List.of(terms));
    }

    /** One alternative. */
    public sealed interface Term {

        <R> R accept(Visitor<R> visitor);

        /** The practitioner who raised the case. */
        record Raiser() implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.raiser();
            }
        }

        /** The person whose decision or action the case is about. */
        record DecisionMaker() implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.decisionMaker();
            }
        }

        /** Any colleague of the holder, named by the holder. */
        record CoWorker() implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.coWorker();
            }
        }

        /** The post at a level of a side; no level means the level of the stage. */
        record AtLevel(Side side, Optional<Level> level) implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.atLevel(side, level);
            }
        }

        /** The safeguarding lead of a side's agency. */
        record Lead(Side side) implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.lead(side);
            }
        }

        /** A role of the protocol that is not a rung of the ladder. */
        record RoleHolder(String role) implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.role(role);
            }
        }

        /** A contact of the pack, which a person reaches outside the bot. */
        record OutsideContact(String contact) implements Term {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.contact(contact);
            }
        }
    }

    /** One answer for each kind of {@link Term}. */
    public interface Visitor<R> {
        R raiser();

        R decisionMaker();

        R coWorker();

        R atLevel(Side side, Optional<Level> level);

        R lead(Side side);

        R role(String role);

        R contact(String contact);
    }
}
