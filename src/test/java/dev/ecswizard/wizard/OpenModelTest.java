package dev.ecswizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.Architecture;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Compute;
import dev.ecswizard.spec.Network;
import dev.ecswizard.template.ClusterFile;
import dev.ecswizard.template.DeployCommand;
import dev.ecswizard.ui.FilePicker;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.WizardModel.Standing;
import dev.ecswizard.wizard.account.AccountModel;
import dev.ecswizard.wizard.cluster.ClusterModel;
import dev.ecswizard.wizard.compute.ComputeModel;
import dev.ecswizard.wizard.compute.FakeMarket;
import dev.ecswizard.wizard.network.NetworkModel;
import dev.ecswizard.wizard.preview.PreviewModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files opened into the models of the real pages.
class OpenModelTest {
    private static final int COMPUTE = 3;
    private static final int PREVIEW = 4;

    @TempDir
    private Path folder;

    private final InOrder background = new InOrder();
    private final FakeCloud ops = new FakeMarket()
            .with(FakeMarket.x86("t3.large", 2, 8), "eu-west-1a", "eu-west-1b")
            .in(Places.cloud());
    private final FakeCloud lab = new FakeCloud("lab");
    private final Dropped dropped = new Dropped();
    private Optional<Path> picked = Optional.empty();

    private AccountModel account;
    private ClusterModel cluster;
    private NetworkModel network;
    private Choices choices;
    private WizardModel pages;
    private OpenModel model;

    private void begin() {
        account = new AccountModel(
                background,
                () -> new AccountModel.Offer(List.of(ops, lab), Optional.of(ops), List.of()),
                (_, _) -> Optional.empty(),
                Optional.empty(),
                dropped);
        cluster = new ClusterModel(background, account.chosen(), account.place());
        network = new NetworkModel(background, account.place(), account.profile(), cluster.recipe(), dropped);
        var compute = new ComputeModel(background, account.place(), network.zones(), cluster.recipe(), dropped);
        choices = new Choices(account.chosen(), cluster.chosen(), network.chosen(), compute.chosen());
        var preview = new PreviewModel(
                background,
                choices.spec(),
                ChecksFor.none(),
                new FakeAnswers(),
                file -> new DeployCommand(file, Optional.empty(), Optional.empty()),
                new Picker());
        pages = new WizardModel(List.of(account, cluster, network, compute, preview));
        model = new OpenModel(background, new Picker(), pages, PREVIEW, choices.spec(), dropped);
    }

    private final class Picker implements FilePicker {
        @Override
        public Optional<Path> toOpen(String description, String extension) {
            assertThat(extension).isEqualTo(".ecscluster");
            return picked;
        }

        @Override
        public Optional<Path> toSave(String description, String extension, String suggested) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> toFolder(String title) {
            throw new UnsupportedOperationException();
        }
    }

    private static ClusterSpec home() {
        return Places.spec(Places.VPC, List.of(Places.SUBNET_A, Places.SUBNET_B), Places.GROUP);
    }

    private static ClusterSpec in(String region) {
        return new ClusterSpec(
                region,
                home().cluster(),
                new Network("vpc-eeeeeeee", List.of("subnet-eeeeeeee"), "sg-eeeeeeee"),
                new Compute(
                        "m6g.large",
                        Architecture.ARM64,
                        3,
                        5,
                        Optional.of("far"),
                        Map.of(region, "ami-0eeeeeeeeeeeeeeee")));
    }

    private Path file(ClusterSpec spec) throws IOException {
        return Files.writeString(folder.resolve(spec.region() + ".ecscluster"), ClusterFile.write(spec));
    }

    @Test
    void everyAnswerIsFilledInAndThePageIsShown() throws IOException {
        begin();
        picked = Optional.of(file(home()));

        model.choose();

        assertThat(choices.spec().get()).contains(home());
        assertThat(pages.current().get()).isEqualTo(PREVIEW);
        assertThat(pages.standings().get())
                .containsExactly(Standing.DONE, Standing.DONE, Standing.DONE, Standing.DONE, Standing.CURRENT);
        assertThat(pages.missing().get()).isEmpty();
        assertThat(network.missing().getValue()).isEmpty();
        assertThat(dropped.sentences()).isEmpty();
        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());
    }

    @Test
    void aPersonWhoNamesNoFileChangesNothing() {
        begin();

        model.choose();

        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());
        assertThat(pages.current().get()).isZero();
    }

    @Test
    void listsThatComeLaterUndoNothing() throws IOException {
        background.hold();
        begin();
        model.open(file(home()));

        background.release();

        assertThat(choices.spec().get()).contains(home());
        assertThat(account.place().getValue())
                .hasValueSatisfying(place -> assertThat(place.cloud()).isSameAs(ops));
        assertThat(pages.current().get()).isEqualTo(PREVIEW);
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void aFileForAnotherRegionReplacesWhatAFileHadBrought() throws IOException {
        begin();
        model.open(file(home()));

        model.open(file(in("us-east-1")));

        assertThat(choices.spec().get()).contains(in("us-east-1"));
        assertThat(dropped.sentences()).isEmpty();
        assertThat(network.missing().getValue()).contains("vpc-eeeeeeee was not found in this account");
    }

    @Test
    void aFileForAnotherRegionReplacesWhatAPersonSawThere() throws IOException {
        begin();
        model.open(file(home()));
        pages.go(COMPUTE);

        model.open(file(in("us-east-1")));

        assertThat(choices.spec().get()).contains(in("us-east-1"));
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void aRegionThatIsNotEnabledIsMarkedAndKept() throws IOException {
        begin();

        model.open(file(in("ap-east-1")));

        assertThat(choices.spec().get()).contains(in("ap-east-1"));
        assertThat(account.missing().getValue()).contains("ap-east-1 is not enabled for this account");
    }

    @Test
    void aRegionThatTheAccountDoesNotKnowIsMarkedAndKept() throws IOException {
        begin();

        model.open(file(in("mx-central-1")));

        assertThat(choices.spec().get()).contains(in("mx-central-1"));
        assertThat(account.missing().getValue()).contains("mx-central-1 was not found in this account");
        account.reconnect();
        assertThat(choices.spec().get()).contains(in("mx-central-1"));
        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void withoutCredentialsEverythingStands() throws IOException {
        ops.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.NO_CREDENTIALS, ""));
        begin();

        model.open(file(home()));

        assertThat(account.place().getValue()).isEmpty();
        assertThat(choices.spec().get()).contains(home());
        assertThat(pages.standings().get()).doesNotContain(Standing.TO_COME);

        ops.problem = Optional.empty();
        account.reconnect();
        assertThat(account.place().getValue()).isPresent();
        assertThat(choices.spec().get()).contains(home());
    }

    @Test
    void anotherAccountThatLacksTheNetworkMarksItAndKeepsIt() throws IOException {
        lab.vpcs.put("eu-west-1", List.of(new Vpc("vpc-1ab00000", "lab", List.of("10.0.0.0/16"), false, "1")));
        lab.subnets.add(new Subnet("subnet-1ab00000", "", "vpc-1ab00000", "eu-west-1a", "10.0.0.0/24", 9, false, "1"));
        begin();
        model.open(file(home()));

        account.chooseProfile(lab.id());

        assertThat(choices.spec().get()).contains(home());
        assertThat(network.missing().getValue()).contains(Places.VPC + " was not found in this account");
        assertThat(pages.standings().get())
                .containsExactly(Standing.DONE, Standing.DONE, Standing.OPEN, Standing.DONE, Standing.CURRENT);
    }

    @Test
    void answersAreReplacedOnlyWhenThePersonAgrees() throws IOException {
        begin();
        cluster.stackName().set("mine");
        var file = file(home());

        model.open(file);
        assertThat(model.state().get()).isInstanceOfSatisfying(OpenModel.Asking.class, asking -> {
            assertThat(asking.name()).isEqualTo(file.getFileName().toString());
            assertThat(asking.spec()).isEqualTo(home());
        });
        assertThat(cluster.stackName().get()).isEqualTo("mine");

        model.leave();
        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());
        assertThat(cluster.stackName().get()).isEqualTo("mine");
        assertThat(pages.current().get()).isZero();

        model.open(file);
        model.replace();
        assertThat(choices.spec().get()).contains(home());
        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());
    }

    @Test
    void nobodyIsAskedAboutAnswersThatAFileStillHolds() throws IOException {
        begin();
        model.open(file(home()));

        model.open(file(in("us-east-1")));
        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());

        cluster.stackName().set("changed");
        model.open(file(home()));
        assertThat(model.state().get()).isInstanceOf(OpenModel.Asking.class);
    }

    @Test
    void whatWasToldOfTheAnswersBeforeIsDismissed() throws IOException {
        begin();
        dropped.tell("Region us-east-1: this account does not know it.");

        model.open(file(home()));

        assertThat(dropped.sentences()).isEmpty();
    }

    @Test
    void anInvalidFileIsRefusedWithLineKeyValueAndRuleAndChangesNothing() throws IOException {
        begin();
        var text = ClusterFile.write(home()).replace("stackName: web", "stackName: 7web");
        var file = Files.writeString(folder.resolve("bad.ecscluster"), text);

        model.open(file);

        assertThat(model.state().get()).isInstanceOfSatisfying(OpenModel.Refused.class, refused -> {
            assertThat(refused.header()).isEqualTo("bad.ecscluster can not be opened");
            assertThat(refused.why())
                    .startsWith(file + ", line 2: stackName: 7web: ")
                    .hasSizeGreaterThan(60);
        });
        assertThat(cluster.stackName().get()).isEmpty();
        assertThat(pages.current().get()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsRefusedInWords() {
        begin();
        var file = folder.resolve("gone.ecscluster");

        model.open(file);

        assertThat(model.state().get())
                .isEqualTo(
                        new OpenModel.Refused("gone.ecscluster can not be opened", "There is no file " + file + "."));
    }

    @Test
    void aFolderIsRefusedInWords() {
        begin();

        model.open(folder);

        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        OpenModel.Refused.class,
                        refused -> assertThat(refused.why()).startsWith(folder + " can not be read: "));
    }

    @Test
    void theFileThatWasAskedForLastIsTheOneThatOpens() throws IOException {
        begin();
        background.hold();
        model.open(file(home()));
        assertThat(model.state().get()).isInstanceOf(OpenModel.Reading.class);
        model.open(file(in("us-east-1")));

        background.release();

        assertThat(choices.spec().get()).contains(in("us-east-1"));
    }

    @Test
    void whatWasOpenedAndWhatIsMissingIsTold() throws IOException {
        begin();
        var opened = new ArrayList<Path>();
        var missing = new ArrayList<Path>();
        model.whenOpened(opened::add);
        model.whenMissing(missing::add);
        var file = folder.resolve("home.ecscluster");
        Files.writeString(file, ClusterFile.write(home()));
        model.drop(List.of(file.toFile()));
        model.open(folder.resolve("gone.ecscluster"));
        assertThat(opened).containsExactly(file);
        assertThat(missing).containsExactly(folder.resolve("gone.ecscluster"));
    }

    @Test
    void ofSeveralFilesThatAreDroppedNoneIsOpened() {
        begin();
        var both = List.of(new File("one.ecscluster"), new File("two.ecscluster"));
        assertThat(model.takes(both)).isFalse();
        model.drop(both);
        assertThat(model.state().get()).isEqualTo(new OpenModel.Nothing());
    }
}
