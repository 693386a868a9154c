package org.secondlook.core.directory.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.directory.Absence;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/** Reads people: who they are on each platform, and when they are away. */
final class PersonReader {

    private final Known known;
    private final Findings findings;
    private final List<Person> people = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final Map<PlatformIdentity, String> identities = new HashMap<>();

    PersonReader(Known known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** The languages that the bot speaks. */
    enum Language {
        EN,
        CY
    }

    List<Person> people() {
        return people;
    }

    List<Absence> absences() {
        return absences;
    }

    void read(Table directory) {
        directory.rows("people", "person").forEach(this::person);
    }

    private void person(Table row) {
        PersonId id = new PersonId(row.id("id"));
        String name = row.text("name");
        Optional<String> phone = row.optionalText("phone");
        Language language = row.optionalWord("language", Language.class).orElse(Language.EN);
        List<PlatformIdentity> own = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            for (Table identity : row.rows(Spelling.of(platform), "identity")) {
                identity(platform, identity, row.name()).ifPresent(own::add);
            }
        }
        row.rows("away", "absence").forEach(absence -> absence(id, absence));
        row.nothingElse();
        if (own.isEmpty()) {
            findings.warn(
                    row.line(),
                    "%s has no account on Slack or Teams, so the bot cannot reach them."
                            .formatted(Spelling.capitalised(row.name())));
        }
        people.add(new Person(id, name, phone, Locale.forLanguageTag(Spelling.of(language)), own));
    }

    private Optional<PlatformIdentity> identity(Platform platform, Table row, String person) {
        String organisation = row.text("organisation");
        String user = row.text("user");
        row.nothingElse();
        if (organisation.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        PlatformIdentity identity = new PlatformIdentity(platform, organisation, user);
        String earlier = identities.putIfAbsent(identity, person);
        if (earlier != null) {
            findings.fault(
                    row.line("user"),
                    "The account %s in %s belongs to %s and to %s. An account is one person's, listed once."
                            .formatted(user, organisation, earlier, person));
        }
        return Optional.of(identity);
    }

    private void absence(PersonId person, Table row) {
        Optional<LocalDate> from = row.date("from");
        Optional<LocalDate> until = row.date("until");
        Optional<String> cover = known.reference(row, "cover", known.people(), "person");
        row.nothingElse();
        if (from.isEmpty() || until.isEmpty()) {
            return;
        }
        if (until.get().isBefore(from.get())) {
            row.fault("until", "ends on %s, before it begins on %s.".formatted(until.get(), from.get()));
        }
        if (cover.filter(person.value()::equals).isPresent()) {
            row.fault("cover", "is covered by the very person who is away.");
        }
        absences.add(new Absence(person, from.get(), until.get(), cover.map(PersonId::new)));
    }
}
