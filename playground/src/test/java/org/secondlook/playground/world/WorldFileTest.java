package org.secondlook.playground.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldFileTest {

    private static final Path BUNDLED = Path.of("src/main/resources/playground");

    @TempDir
    Path folder;

    @Test
    void holdsFivePartnershipsNorthshireFirst() {
        World world = WorldFile.read("");

        assertThat(world.partnerships())
                .extracting(Partnership::id)
                .containsExactly("northshire", "moorland", "tamarside", "downshire", "colnevale");
        assertThat(world.partnerships())
                .extracting(Partnership::procedure)
                .containsExactly("Bradford", "Northumberland", "PSCP", "Pan Sussex", "Kirklees");
    }

    @Test
    void saysOfEverybodyToWhichPartnershipTheyBelong() {
        World world = WorldFile.read("");

        assertThat(world.people())
                .filteredOn(person -> person.handle().equals("asha-patel"))
                .extracting(Person::partnership)
                .containsExactly("northshire");
        assertThat(world.people()).extracting(Person::partnership).doesNotContainNull();
    }

    @Test
    void givesEachPartnershipBothPlatforms() {
        assertThat(WorldFile.read("").partnerships()).allSatisfy(partnership -> {
            assertThat(partnership.slackWorkspaces()).isNotEmpty();
            assertThat(partnership.teamsTenants()).isNotEmpty();
        });
    }

    @Test
    void tellsEveryTokenAndEveryIdApart() {
        World world = WorldFile.read("");

        assertThat(world.slackWorkspaces()).extracting(SlackWorkspace::id).doesNotHaveDuplicates();
        assertThat(world.slackWorkspaces())
                .extracting(workspace -> workspace.bot().token())
                .doesNotHaveDuplicates();
        assertThat(world.slackWorkspaces().stream().flatMap(workspace -> workspace.users().stream()))
                .extracting(SlackWorkspace.User::id)
                .doesNotHaveDuplicates();
        assertThat(world.slackWorkspaces().stream().flatMap(workspace -> workspace.channels().stream()))
                .extracting(SlackWorkspace.Channel::id)
                .doesNotHaveDuplicates();
        assertThat(world.teamsTenants()).extracting(TeamsTenant::id).doesNotHaveDuplicates();
        assertThat(world.teamsTenants())
                .extracting(tenant -> tenant.bot().appId())
                .doesNotHaveDuplicates();
        assertThat(world.teamsTenants().stream().flatMap(tenant -> tenant.users().stream()))
                .extracting(TeamsTenant.User::aadObjectId)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAWorldOfOnesOwn() throws IOException {
        copy("northshire.yaml", "northshire.yaml", "", "");
        String world =
                copy("world.yaml", "mine.yaml", ", moorland.yaml, tamarside.yaml, downshire.yaml, colnevale.yaml", "");

        assertThat(WorldFile.read(world).partnerships())
                .extracting(Partnership::id)
                .containsExactly("northshire");
    }

    @Test
    void namesTheFileOfAKeyThatItHasNoUseFor() throws IOException {
        copy("northshire.yaml", "northshire.yaml", "procedure: Bradford", "procedure: Bradford\nproceedure: Bradford");
        String world = copy("world.yaml", "world.yaml", "", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldFile.read(world))
                .withMessageStartingWith("Expected northshire.yaml to be of the world, but in line ")
                .withMessageContaining("proceedure");
    }

    @Test
    void refusesSomebodyOfAnotherPartnershipAmongThoseShownFirst() throws IOException {
        copy("northshire.yaml", "northshire.yaml", "[asha-patel, priya-shah]", "[asha-patel, femi-okoro]");
        String world = copy("world.yaml", "world.yaml", "", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldFile.read(world))
                .withMessageContaining("Expected those shown first to be people of northshire");
    }

    @Test
    void refusesTwoPeopleOfOneName() throws IOException {
        copy("northshire.yaml", "northshire.yaml", "", "");
        copy("moorland.yaml", "moorland.yaml", "name: Wendy Tait", "name: Asha Patel");
        String world = copy("world.yaml", "world.yaml", ", tamarside.yaml, downshire.yaml, colnevale.yaml", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorldFile.read(world))
                .withMessage("Expected one person called asha-patel, but found two");
    }

    private String copy(String bundled, String to, String from, String into) throws IOException {
        String text = Files.readString(BUNDLED.resolve(bundled));
        return Files.writeString(folder.resolve(to), from.isEmpty() ? text : text.replace(from, into))
                .toString();
    }
}
