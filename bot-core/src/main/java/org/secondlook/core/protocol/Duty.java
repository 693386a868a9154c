package org.secondlook.core.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a pack that says who owes what by when; entering its stage or raising its flag makes an obligation of it
 * (pack-format 1.1).
 *
 * @param who the holder; one obligation a side for {@code both}, one a responding agency for {@code responding}
 * @param by the name of a clock; empty means the limit of the stage
 * @param with who must be named in the record of the act
 * @param to who receives what the act produces
 * @param each the acts of its stage after each of which it is owed anew
 * @param needs duties of the same stage without which the act is refused
 * @param expects duties of the same stage whose absence must be explained
 * @param outcomes the choices of a decision and where each leads
 * @param reasonsFor the outcomes that cannot be given without reasons
 * @param agreedBy who must agree that it took place
 * @param agreedWith with whom its date is agreed
 * @param outlives whether it stays owed after its stage is left
 */
public record Duty(
        DutyId id,
        Who who,
        Does does,
        Optional<String> by,
        List<Who> with,
        List<Who> to,
        Optional<String> form,
        List<String> items,
        Set<Does> each,
        List<DutyId> needs,
        List<DutyId> expects,
        Map<String, Target> outcomes,
        Set<String> reasonsFor,
        Optional<Who> agreedBy,
        Optional<Who> agreedWith,
        Late late,
        boolean outlives,
        Condition condition) {

    public Duty {
        with = List.copyOf(with);
        to = List.copyOf(to);
        items = List.copyOf(items);
        each = Set.copyOf(each);
        needs = List.copyOf(needs);
        expects = List.copyOf(expects);
        outcomes = Ordered.copy(outcomes);
        reasonsFor = Set.copyOf(reasonsFor);
    }

    /** Everybody it names: its holder, and all who take part, receive, agree or are told when it is late. */
    public List<Who> people() {
        List<Who> people = new ArrayList<>(List.of(who));
        people.addAll(with);
        people.addAll(to);
        agreedBy.ifPresent(people::add);
        agreedWith.ifPresent(people::add);
        people.addAll(late.told());
        return people;
    }
}
