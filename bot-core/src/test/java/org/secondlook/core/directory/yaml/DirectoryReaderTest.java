package org.secondlook.core.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.Patch;
import org.secondlook.core.yaml.Warning;

class DirectoryReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Path DIRECTORIES = Path.of("src/main/resources/directories");
    private static final List<String> SAMPLES =
            List.of("northshire", "moorland", "tamarside", "downshire", "colnevale");

    private final String text = Patch.good("broken-directories/northshire.yaml");
    private final DirectoryFile file = DirectoryReader.read("northshire.yaml", text);
    private final Directory directory = file.directory();

    @Test
    void readsAgencies() {
        assertThat(file.name()).isEqualTo("northshire");
        assertThat(directory.agency(new AgencyId("council")))
                .isEqualTo(new Agency(
                        new AgencyId("council"),
                        "Northshire Council",
                        "the council",
                        Sector.SOCIAL_CARE,
                        Agency.Kind.LOCAL_AUTHORITY,
                        Optional.empty(),
                        new PostId("service-manager"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(directory.agency(new AgencyId("office")).kind()).isEqualTo(Agency.Kind.PARTNERSHIP_OFFICE);
    }

    @Test
    void readsPostsAndTeams() {
        Post post = directory.post(new PostId("team-lead"));

        assertThat(post.reportsTo()).contains(new PostId("chief-nurse"));
        assertThat(post.deputy()).contains(new PostId("named-nurse"));
        assertThat(post.checkedOn()).isEqualTo("2026-11-14");
        assertThat(directory.team(new TeamId("duty-team")).channel())
                .contains(new Channel(Platform.SLACK, "T0COUNCIL", "C0DUTY"));
    }

    @Test
    void writesWhatAPostFillsInLowerCase() {
        assertThat(directory.post(new PostId("named-nurse")).fills())
                .containsExactly("safeguarding lead", "designated safeguarding lead");
    }

    @Test
    void asksTheEarliestAppointedFirst() {
        assertThat(directory.holder(new PostId("team-manager"), DAY).map(Person::id))
                .contains(new PersonId("priya-shah"));
    }

    @Test
    void readsPeopleOnBothPlatforms() {
        Person nadia = directory.person(new PersonId("nadia-khan")).orElseThrow();

        assertThat(nadia.identities())
                .containsExactly(
                        new PlatformIdentity(Platform.SLACK, "T0OFFICE", "U0NADIA"),
                        new PlatformIdentity(Platform.TEAMS, "5d0f-tenant", "aad-nadia"));
        assertThat(directory.identified(nadia.identities().get(1))).contains(nadia);
        assertThat(nadia.language()).isEqualTo(Locale.ENGLISH);
        assertThat(directory.person(new PersonId("asha-patel")).map(Person::language))
                .contains(Locale.forLanguageTag("cy"));
    }

    @Test
    void readsWhoIsAwayAndWhoCovers() {
        assertThat(directory.absence(new PersonId("tom-reed"), LocalDate.of(2026, 12, 18)))
                .hasValueSatisfying(away -> assertThat(away.cover()).contains(new PersonId("helen-ward")));
        assertThat(directory.absence(new PersonId("tom-reed"), DAY)).isEmpty();
    }

    @Test
    void warnsOfPeopleAndPostsThatCannotBeReached() {
        String changed = text.replace(", slack: [{ organisation: T0COUNCIL, user: U0DAN }]", "")
                .replace("fills: [head of service], deputy: named-nurse, checked", "fills: [head of service], checked")
                .replace("\"01632 960 100\"", "to-fill");

        assertThat(DirectoryReader.read("northshire.yaml", changed).warnings())
                .containsExactly(
                        new Warning(
                                "northshire.yaml",
                                3,
                                "'contacts.front-door.phone' is still to fill. Find it out before live use.",
                                true),
                        new Warning(
                                "northshire.yaml", 18, "Post chief-nurse has neither a holder nor a deputy.", false),
                        new Warning(
                                "northshire.yaml",
                                52,
                                "Person dan-moore has no account on Slack or Teams, so the bot cannot reach them.",
                                false));
    }

    @Test
    void servesAProtocolWhoseLevelsAndRolesItFills() {
        assertThat(file.faultsUnder(bradford())).isEmpty();
    }

    @Test
    void namesTheAgencyAndTheLevelThatNobodyFills() {
        String changed = text.replace("fills: [Safeguarding Lead, designated safeguarding lead]", "fills: []")
                .replace("fills: [business-unit]", "fills: []");

        List<Fault> faults = DirectoryReader.read("northshire.yaml", changed).faultsUnder(bradford());

        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "northshire.yaml:6: Agency nhs-trust has nobody at level senior of bradford@1. "
                                + "Let a post of it fill service manager or designated safeguarding lead.",
                        "northshire.yaml:41: No post of the partnership office fills 'business-unit' of bradford@1. "
                                + "Add it under 'fills' of the post that is the BDSCP Business Unit (Board Manager).");
    }

    @Test
    void readsTheAreaThatAnAgencyServes() {
        Directory coast = inArea("coast").directory();

        assertThat(coast.agency(new AgencyId("council")).area()).contains("coast");
        assertThat(coast.agency(new AgencyId("nhs-trust")).area()).isEmpty();
    }

    @Test
    void refusesAnAreaThatTheProtocolDoesNotHave() {
        assertThat(inArea("coast").faultsUnder(bradford()))
                .extracting(Fault::toString)
                .containsExactly(
                        "northshire.yaml:19: Agency council is in area 'coast', which bradford@1 does not have. "
                                + "Leave 'area' out.");
        assertThat(inArea("west-susex").faultsUnder(protocol("pan-sussex@1")))
                .extracting(Fault::toString)
                .contains(
                        "northshire.yaml:19: Agency council is in area 'west-susex', which pan-sussex@1 does not have. "
                                + "Did you mean 'west-sussex'? Use brighton-hove, east-sussex or west-sussex.");
        assertThat(inArea("west-sussex").faultsUnder(protocol("pan-sussex@1")))
                .extracting(Fault::sentence)
                .noneMatch(sentence -> sentence.contains("area"));
    }

    @ParameterizedTest
    @CsvSource({
        "northshire, bradford@1",
        "moorland, northumberland@1",
        "tamarside, pscp@1",
        "downshire, pan-sussex@1",
        "colnevale, kirklees@1"
    })
    void servesTheProtocolOfEachSamplePartnership(String name, String protocol) {
        DirectoryFile sample = sample(name);

        assertThat(sample.name()).isEqualTo(name);
        assertThat(sample.warnings()).isEmpty();
        assertThat(sample.faultsUnder(protocol(protocol))).isEmpty();
    }

    /** They share one playground, where two people of one name or account could not be told apart. */
    @Test
    void hasNobodyInTwoSamples() {
        List<Person> everybody = SAMPLES.stream()
                .flatMap(name -> sample(name).directory().people().stream())
                .toList();

        assertThat(everybody).extracting(Person::name).doesNotHaveDuplicates();
        assertThat(everybody).extracting(Person::phone).doesNotHaveDuplicates();
        assertThat(everybody.stream().flatMap(person -> person.identities().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesNobodyOfASampleTwoPosts() {
        for (String name : SAMPLES) {
            Directory sample = sample(name).directory();
            assertThat(sample.people())
                    .allSatisfy(person -> assertThat(sample.postsHeldBy(person.id(), DAY))
                            .as("posts of %s", person.id())
                            .hasSize(1));
        }
    }

    private static DirectoryFile sample(String name) {
        return DirectoryReader.read(DIRECTORIES.resolve(name + ".yaml"));
    }

    private DirectoryFile inArea(String area) {
        return DirectoryReader.read(
                "northshire.yaml",
                text.replace(
                        "    kind: local-authority\n", "    kind: local-authority\n    area: %s\n".formatted(area)));
    }

    private static Protocol protocol(String id) {
        String[] parts = id.split("@", -1);
        return PackReader.readBundled(new ProtocolId(parts[0], Integer.parseInt(parts[1])))
                .protocol();
    }

    private static Protocol bradford() {
        return protocol("bradford@1");
    }
}
