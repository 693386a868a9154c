package org.secondlook.core.directory.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Holding;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.Team;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Table;

/** Reads agencies with their teams, their posts and who holds those. */
final class AgencyReader {

    private final Known known;
    private final Lines lines;
    private final List<Agency> agencies = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Holding> holdings = new ArrayList<>();

    AgencyReader(Known known, Lines lines) {
        this.known = known;
        this.lines = lines;
    }

    List<Agency> agencies() {
        return agencies;
    }

    List<Team> teams() {
        return teams;
    }

    List<Post> posts() {
        return posts;
    }

    /** The earliest appointed first. */
    List<Holding> holdings() {
        return holdings.stream().sorted(Comparator.comparing(Holding::from)).toList();
    }

    void read(Table directory) {
        List<Table> rows = directory.rows("agencies", "agency");
        if (rows.isEmpty()) {
            directory.fault("agencies", "has no 'agencies'. Add at least one.");
        }
        rows.forEach(this::agency);
    }

    private void agency(Table row) {
        AgencyId id = new AgencyId(row.id("id"));
        String name = row.text("name");
        Agency.Kind kind = row.optionalWord("kind", Agency.Kind.class).orElse(Agency.Kind.MEMBER);
        Optional<Sector> sector = kind == Agency.Kind.PARTNERSHIP_OFFICE
                ? row.optionalWord("sector", Sector.class).or(() -> Optional.of(Sector.OTHER))
                : row.word("sector", Sector.class);
        Optional<String> area = row.optionalText("area");
        row.text("lead");
        Optional<String> lead = known.reference(row, "lead", known.posts(), "post");
        String shortName = row.optionalText("short").orElse(name);
        Optional<String> ownProcedure = row.optionalText("own-procedure");
        Optional<String> support = row.optionalText("support");
        row.rows("teams", "team").forEach(team -> team(id, team));
        row.rows("posts", "post").forEach(post -> post(id, post));
        row.nothingElse();
        if (sector.isPresent() && lead.isPresent()) {
            agencies.add(lines.mark(
                    row.line(),
                    new Agency(
                            id,
                            name,
                            shortName,
                            sector.get(),
                            kind,
                            area,
                            new PostId(lead.get()),
                            ownProcedure,
                            support)));
        }
    }

    private void team(AgencyId agency, Table row) {
        TeamId id = new TeamId(row.id("id"));
        String name = row.text("name");
        Optional<Channel> channel = row.has("channel") ? channel(row.table("channel")) : Optional.empty();
        row.nothingElse();
        teams.add(new Team(id, agency, name, channel));
    }

    private static Optional<Channel> channel(Table row) {
        Optional<Platform> platform = row.word("platform", Platform.class);
        String organisation = row.text("organisation");
        String id = row.text("id");
        row.nothingElse();
        return platform.map(p -> new Channel(p, organisation, id));
    }

    private void post(AgencyId agency, Table row) {
        PostId id = new PostId(row.id("id"));
        String title = row.text("title");
        List<String> fills = row.plainTexts("fills").stream()
                .map(fill -> fill.toLowerCase(Locale.ROOT))
                .toList();
        Optional<TeamId> team = known.reference(row, "team", known.teams(), "team")
                .filter(t -> isOfAgency(row, agency, t))
                .map(TeamId::new);
        Optional<PostId> reportsTo =
                known.reference(row, "reports-to", known.posts(), "post").map(PostId::new);
        Optional<PostId> deputy =
                known.reference(row, "deputy", known.posts(), "post").map(PostId::new);
        Optional<LocalDate> checked = row.date("checked");
        List<Table> holders = row.rows("holders", "holder");
        holders.forEach(holder -> holding(id, holder));
        row.nothingElse();
        if (holders.isEmpty() && deputy.isEmpty()) {
            known.findings().warn(row.line(), "Post %s has neither a holder nor a deputy.".formatted(id));
        }
        checked.ifPresent(on -> posts.add(new Post(id, agency, title, fills, team, reportsTo, deputy, on)));
    }

    private boolean isOfAgency(Table row, AgencyId agency, String team) {
        boolean same = agency.value().equals(known.teams().get(team));
        if (!same) {
            row.fault("team", "is in team %s, which belongs to another agency.".formatted(team));
        }
        return same;
    }

    private void holding(PostId post, Table row) {
        row.text("person");
        Optional<String> person = known.reference(row, "person", known.people(), "person");
        Optional<LocalDate> from = row.date("from");
        Optional<LocalDate> until = row.optionalDate("until");
        row.nothingElse();
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            row.fault("until", "ends on %s, before it begins on %s.".formatted(until.get(), from.get()));
        }
        if (person.isPresent() && from.isPresent()) {
            holdings.add(new Holding(post, new PersonId(person.get()), from.get(), until));
        }
    }
}
