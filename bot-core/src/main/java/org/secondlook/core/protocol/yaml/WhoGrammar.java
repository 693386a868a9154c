package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.Who.Term;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;

/**
 * Reads whom a pack means: {@code raiser}, {@code decision-maker}, {@code co-worker}, {@code
 * <raising|responding|both|own> <level|this-level|lead>}, a role or {@code contact <name>}; alternatives with {@code
 * or}, several people with {@code and}.
 */
final class WhoGrammar {

    private static final String RAISER = "raiser";
    private static final String DECISION_MAKER = "decision-maker";
    private static final String CO_WORKER = "co-worker";
    private static final String THIS_LEVEL = "this-level";
    private static final String LEAD = "lead";
    private static final String CONTACT = "contact ";

    /** Words that no role may be called. */
    static final List<String> RESERVED = List.of(RAISER, DECISION_MAKER, CO_WORKER, LEAD, "contact", "closing");

    private final Names names;

    WhoGrammar(Names names) {
        this.names = names;
    }

    /** One person, or the first of several alternatives that is filled. */
    Who one(String words) throws NotUnderstood {
        List<Who> everybody = everybody(words);
        if (everybody.size() > 1) {
            throw new NotUnderstood(
                    "says '%s', but only one can be named here. Name the others under 'with'.".formatted(words));
        }
        return everybody.get(0);
    }

    /** One whom the bot itself can ask. */
    Who holder(String words) throws NotUnderstood {
        Who one = one(words);
        for (String word : alternatives(words)) {
            if (word.startsWith("own ")) {
                throw new NotUnderstood(
                        "says '%s', but 'own' means the side of the holder, so it cannot name the holder."
                                .formatted(word));
            }
            if (word.equals(CO_WORKER) || word.startsWith(CONTACT)) {
                throw new NotUnderstood("says '%s', whom the bot cannot ask to do anything.".formatted(word));
            }
        }
        return one;
    }

    /** Everybody meant. */
    List<Who> everybody(String words) throws NotUnderstood {
        List<Who> everybody = new ArrayList<>();
        for (String person : split(words, " and ")) {
            everybody.add(who(person));
        }
        return everybody;
    }

    private Who who(String words) throws NotUnderstood {
        List<Term> terms = new ArrayList<>();
        for (String word : alternatives(words)) {
            terms.add(term(word));
        }
        return new Who(terms);
    }

    private static List<String> alternatives(String words) {
        return split(words, " or ");
    }

    private Term term(String words) throws NotUnderstood {
        if (words.equals(RAISER)) {
            return new Term.Raiser();
        }
        if (words.equals(DECISION_MAKER)) {
            return new Term.DecisionMaker();
        }
        if (words.equals(CO_WORKER)) {
            return new Term.CoWorker();
        }
        if (names.has(Kind.ROLE, words)) {
            return new Term.RoleHolder(words);
        }
        if (words.startsWith(CONTACT)) {
            return contact(words.substring(CONTACT.length()));
        }
        return ofSide(words).orElseThrow(() -> unknown(words));
    }

    private Term contact(String name) throws NotUnderstood {
        if (!names.has(Kind.CONTACT, name)) {
            throw new NotUnderstood("says 'contact %s', but there is no such contact.%s"
                    .formatted(name, Nearest.hint(name, names.of(Kind.CONTACT))));
        }
        return new Term.OutsideContact(name);
    }

    private static Optional<Term> ofSide(String words) throws NotUnderstood {
        int space = words.indexOf(' ');
        Optional<Side> side = space < 0 ? Optional.empty() : Spelling.find(words.substring(0, space), Side.class);
        if (side.isEmpty()) {
            return Optional.empty();
        }
        String place = words.substring(space + 1);
        if (place.equals(LEAD)) {
            return Optional.of(new Term.Lead(side.get()));
        }
        if (place.equals(THIS_LEVEL)) {
            return Optional.of(new Term.AtLevel(side.get(), Optional.empty()));
        }
        Optional<Level> level = Spelling.find(place, Level.class);
        if (level.isPresent() && !level.get().isWithinAgencies()) {
            throw new NotUnderstood("says '%s', but no agency has that level. Name a role.".formatted(words));
        }
        return level.map(l -> new Term.AtLevel(side.get(), level));
    }

    private NotUnderstood unknown(String words) {
        List<String> known = Stream.of(
                        Stream.of(RAISER, DECISION_MAKER, CO_WORKER),
                        names.of(Kind.ROLE).stream(),
                        Spelling.all(Side.class).stream().flatMap(side -> places().map(place -> side + " " + place)))
                .flatMap(s -> s)
                .toList();
        return new NotUnderstood(
                ("says '%s', which is nobody.%s Name the raiser, the decision-maker, a role, or a side with a level, "
                                + "such as 'raising this-level'.")
                        .formatted(words, Nearest.hint(words, known)));
    }

    private static Stream<String> places() {
        return Stream.concat(
                Arrays.stream(Level.values()).filter(Level::isWithinAgencies).map(Spelling::of),
                Stream.of(THIS_LEVEL, LEAD));
    }

    private static List<String> split(String words, String at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = words.indexOf(at); to >= 0; to = words.indexOf(at, from)) {
            parts.add(words.substring(from, to).strip());
            from = to + at.length();
        }
        parts.add(words.substring(from).strip());
        return parts;
    }
}
