package org.secondlook.core.protocol.yaml;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.protocol.Contact;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.LevelTitles;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/** Reads who is there: the titles of each level, the roles and the contacts. */
final class PeopleReader {

    private static final List<String> ALWAYS_SHOWN = List.of("front-door", "out-of-hours");
    private static final String ANY = "any";

    private final Table pack;
    private final Reading reading;

    PeopleReader(Table pack, Reading reading) {
        this.pack = pack;
        this.reading = reading;
    }

    LevelTitles levels() {
        Map<Level, Map<Sector, List<String>>> bySector = new EnumMap<>(Level.class);
        Map<Level, List<String>> any = new EnumMap<>(Level.class);
        Table levels = pack.table("levels");
        for (Level level : Level.values()) {
            if (level.isWithinAgencies() && levels.has(Spelling.of(level))) {
                Table row = levels.table(Spelling.of(level));
                any.put(level, titles(row, ANY));
                bySector.put(level, bySector(row));
                row.nothingElse();
            }
        }
        levels.nothingElse();
        return reading.lines().mark(pack.line("levels"), new LevelTitles(bySector, any));
    }

    Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        pack.tables("roles", "role").forEach((id, row) -> role(id, row).ifPresent(role -> roles.put(id, role)));
        return roles;
    }

    Map<String, Contact> contacts() {
        Map<String, Contact> contacts = new LinkedHashMap<>();
        for (String number : ALWAYS_SHOWN) {
            if (!pack.table("contacts").has(number)) {
                pack.fault(
                        "contacts",
                        "has no contact '%s', whose number is shown when a child may be in danger. Add it."
                                .formatted(number));
            }
        }
        pack.tables("contacts", "contact").forEach((id, row) -> contacts.put(id, contact(id, row)));
        return contacts;
    }

    private static Map<Sector, List<String>> bySector(Table row) {
        Map<Sector, List<String>> titles = new EnumMap<>(Sector.class);
        for (Sector sector : Sector.values()) {
            if (row.has(Spelling.of(sector))) {
                titles.put(sector, titles(row, Spelling.of(sector)));
            }
        }
        return titles;
    }

    private static List<String> titles(Table row, String key) {
        return row.plainTexts(key).stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<Role> role(String id, Table row) {
        if (WhoGrammar.RESERVED.contains(id)) {
            reading.findings().fault(row.line(), "No role can be called '%s': the word has a meaning.".formatted(id));
        }
        String title = row.text("title");
        Optional<Role.Home> of = row.word("of", Role.Home.class);
        Optional<String> via = reading.name(row, "via", Kind.ROLE);
        Map<Sector, String> bySector = new EnumMap<>(Sector.class);
        Table sectors = row.table("by-sector");
        for (Sector sector : Sector.values()) {
            sectors.optionalText(Spelling.of(sector)).ifPresent(t -> bySector.put(sector, t));
        }
        sectors.nothingElse();
        boolean membersAreParties = row.isTrue("members-are-parties");
        row.nothingElse();
        return of.map(
                home -> reading.lines().mark(row.line(), new Role(id, title, home, via, bySector, membersAreParties)));
    }

    private Contact contact(String id, Table row) {
        Contact contact = new Contact(
                id,
                row.optionalText("title"),
                row.optionalText("phone"),
                row.optionalText("email"),
                row.optionalText("link"),
                row.isTrue("by-area"),
                row.isTrue("check"));
        if (!row.has("phone") && !row.has("email") && !row.has("link")) {
            row.fault("phone", "says nowhere how to reach it. Give a 'phone', an 'email' or a 'link'.");
        }
        if (contact.byArea() && reading.names().of(Kind.AREA).isEmpty()) {
            row.fault("by-area", "differs by area, but the pack has no 'areas'.");
        }
        if (contact.check()) {
            reading.findings()
                    .blockLiveUse(
                            row.line("check"),
                            "Contact %s is still to be confirmed; then delete 'check'.".formatted(id));
        }
        row.nothingElse();
        return reading.lines().mark(row.line(), contact);
    }
}
