package org.secondlook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Partnership;

/**
 * The sample partnership under Bradford's procedure, grown: more teams of health visitors, each with a lead, and as many
 * teams of social workers, each with a manager.
 *
 * @param teams how many on each side
 * @param raisers how many health visitors in each team
 */
record Northshire(int teams, int raisers) {

    static final PartnershipId ID = new PartnershipId("northshire");
    static final String WORKSPACE = "T0NSHIRENHS";

    private static final String HEALTH_VISITOR = "      - { id: health-visitor,";
    private static final String SOCIAL_WORKER = "      - { id: social-worker,";
    private static final String TENANT = "11111111-0000-4000-8000-000000000001";

    /** A health visitor, numbered through all teams. */
    static String raiser(int number) {
        return "raiser-" + number;
    }

    /** Who leads the team of a health visitor. */
    String lead(int raiser) {
        return "lead-" + raiser / raisers;
    }

    /** Who manages the team whose decision a health visitor challenges. */
    String manager(int raiser) {
        return "manager-" + raiser / raisers;
    }

    /** The social worker's post whose decision a health visitor challenges. */
    String decider(int raiser) {
        return "post:social-worker-" + raiser / raisers;
    }

    int people() {
        return teams * raisers;
    }

    /** Its directory file. */
    String directory() {
        String posts = IntStream.range(0, teams).mapToObj(this::healthTeam).collect(Collectors.joining());
        String others =
                IntStream.range(0, teams).mapToObj(Northshire::socialTeam).collect(Collectors.joining());
        String leads = IntStream.range(0, teams)
                .mapToObj(team -> slack("lead-" + team)
                        + teams("manager-" + team, 1_000 + team)
                        + teams("worker-" + team, 5_000 + team))
                .collect(Collectors.joining());
        String crowd = IntStream.range(0, people())
                .mapToObj(number -> slack(raiser(number)))
                .collect(Collectors.joining());
        return sample().replace(HEALTH_VISITOR, posts + HEALTH_VISITOR).replace(SOCIAL_WORKER, others + SOCIAL_WORKER)
                + leads
                + crowd;
    }

    /** It as it is loaded. */
    Partnership partnership() {
        var protocol = PackReader.readBundled(new ProtocolId("bradford", 1)).protocol();
        var directory = DirectoryReader.read("northshire.yaml", directory()).directory();
        return new Partnership(ID, "Northshire", "NS", protocol.id(), Map.of(protocol.id(), protocol), directory);
    }

    private String healthTeam(int team) {
        String holders = IntStream.range(team * raisers, (team + 1) * raisers)
                .mapToObj(number -> holder(raiser(number)))
                .collect(Collectors.joining(", "));
        return post("health-visitor-" + team, "[practitioner]", "hv-lead-" + team, "", holders)
                + post(
                        "hv-lead-" + team,
                        "[line manager]",
                        "hv-service-manager",
                        "deputy: hv-deputy-team-lead, ",
                        holder("lead-" + team));
    }

    private static String socialTeam(int team) {
        return post("social-worker-" + team, "[practitioner]", "sw-manager-" + team, "", holder("worker-" + team))
                + post(
                        "sw-manager-" + team,
                        "[line manager]",
                        "assessment-service-manager",
                        "deputy: assessment-deputy-manager, ",
                        holder("manager-" + team));
    }

    private static String post(String id, String fills, String above, String deputy, String holders) {
        return "      - { id: %s, title: %s, fills: %s, reports-to: %s, %schecked: 2026-11-14, holders: [%s] }%n"
                .formatted(id, id.replace('-', ' '), fills, above, deputy, holders);
    }

    private static String holder(String person) {
        return "{ person: " + person + ", from: 2023-09-01 }";
    }

    private static String slack(String person) {
        return "  - { id: %s, name: %s, phone: \"01632 960 201\", slack: [{ organisation: %s, user: %s }] }%n"
                .formatted(person, name(person), WORKSPACE, user(person));
    }

    /** Somebody's user id in Slack. */
    static String user(String person) {
        return "U0" + person.toUpperCase(Locale.ROOT).replace("-", "0");
    }

    private static String teams(String person, int number) {
        return "  - { id: %s, name: %s, phone: \"01632 960 201\", teams: [{ organisation: %s, user: %s }] }%n"
                .formatted(person, name(person), TENANT, "11111111-0000-4000-8000-%012d".formatted(number));
    }

    private static String name(String person) {
        return "Person " + person.replace('-', ' ');
    }

    private static String sample() {
        try (var file = Objects.requireNonNull(
                CaseStore.class.getResourceAsStream("/directories/northshire.yaml"), "the sample directory")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a health visitor answers who challenges a decision of the council. */
    Map<String, List<String>> concern(int raiser, String talked) {
        return Map.ofEntries(
                Map.entry("P-0", List.of("none")),
                Map.entry("P-1", List.of("referral-criteria")),
                Map.entry("P-2", List.of("council")),
                Map.entry("P-3", List.of("talked")),
                Map.entry("P-3.who", List.of("helen-ward")),
                Map.entry("P-3.on", List.of(talked)),
                Map.entry("P-4", List.of("talked")),
                Map.entry("P-4.on", List.of(talked)),
                Map.entry("P-5", List.of("reference")),
                Map.entry("P-5.reference", List.of("HV-20931")),
                Map.entry("P-5.agency", List.of("nhs-trust")),
                Map.entry("G-3", List.of("The health visitor calls each week.")),
                Map.entry("G-3.working", List.of("yes")),
                Map.entry("P-6.whose", List.of(decider(raiser))));
    }
}
