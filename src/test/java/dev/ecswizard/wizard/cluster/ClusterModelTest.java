package dev.ecswizard.wizard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.StackStatus;
import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.ui.InOrder;
import dev.ecswizard.wizard.FakeCloud;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ClusterModelTest {
    private final FakeCloud cloud = Places.cloud();
    private final ObjectProperty<Optional<String>> region = new SimpleObjectProperty<>(Optional.of("eu-west-1"));
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Places.in(cloud, "eu-west-1"));
    private final ClusterModel model = new ClusterModel(new InOrder(), region, place);

    @Test
    void aNameAloneMakesTheSlice() {
        assertThat(model.missing().getValue()).contains("Give the stack a name");
        assertThat(model.stackNameProblem().get()).isEmpty();

        model.stackName().set("web");

        assertThat(model.chosen().getValue()).contains(new Cluster("web", Recipe.STANDARD, Map.of()));
        assertThat(model.missing().getValue()).isEmpty();
    }

    @Test
    void aNameThatBreaksTheRuleIsSaidAsItIsTyped() {
        model.stackName().set("1web");

        assertThat(model.stackNameProblem().get())
                .hasValueSatisfying(words -> assertThat(words).startsWith("The stack name has to begin with a letter"));
        assertThat(model.chosen().getValue()).isEmpty();
    }

    @Test
    void aLongerRegionCanMakeTheRoleNameTooLong() {
        model.stackName().set("w".repeat(50));
        assertThat(model.chosen().getValue()).isPresent();

        region.set(Optional.of("ap-southeast-1"));

        assertThat(model.chosen().getValue()).isEmpty();
        assertThat(model.stackNameProblem().get())
                .hasValueSatisfying(words -> assertThat(words).contains("is too long"));
        model.recipe().set(Recipe.CLASSIC);
        assertThat(model.chosen().getValue()).isPresent();
    }

    @Test
    void aStackOfTheSameNameIsToldAndNoObstacle() {
        cloud.stacks.put("eu-west-1", List.of(new StackSummary("arn:1", "web", new StackStatus("ROLLBACK_COMPLETE"))));
        model.stacks().retry();
        model.stackName().set("web");

        assertThat(model.stackNameTaken().get())
                .hasValueSatisfying(words -> assertThat(words).contains("web", "ROLLBACK_COMPLETE"));
        assertThat(model.chosen().getValue()).isPresent();

        place.set(Places.in(cloud, "us-east-1"));
        assertThat(model.stackNameTaken().get()).isEmpty();
    }

    @Test
    void aListOfStacksThatCanNotBeHadIsNoObstacle() {
        cloud.problem = Optional.of(FakeCloud.problem(CloudProblem.Kind.DENIED, ""));
        model.stacks().retry();
        model.stackName().set("web");

        assertThat(model.chosen().getValue()).isPresent();
    }

    @Test
    void tagsAreJudgedWhereTheyStand() {
        model.stackName().set("web");
        var first = model.addTag();
        first.key().set("team");
        first.value().set("ops");
        var second = model.addTag();
        second.key().set("aws:x");
        second.value().set("y");

        assertThat(first.problem().get()).isEmpty();
        assertThat(second.problem().get()).isPresent();
        assertThat(model.missing().getValue()).contains("Mend the tags");

        second.key().set("team");
        assertThat(second.problem().get()).contains("The key team is already in use.");

        second.key().set("Team");
        assertThat(second.problem().get())
                .contains("This tag differs from team only in upper and lower case; IAM takes the two for one key.");

        model.removeTag(second);
        assertThat(model.chosen().getValue().map(Cluster::tags)).contains(Map.of("team", "ops"));
    }

    @Test
    void anEmptyRowIsNoTag() {
        model.stackName().set("web");
        model.addTag();

        assertThat(model.chosen().getValue().map(Cluster::tags)).contains(Map.of());
    }

    @Test
    void anOpenedFileFillsEveryAnswer() {
        var spec = Places.spec(Places.VPC, List.of(Places.SUBNET_A), Places.GROUP);
        model.addTag().key().set("old");

        model.open(spec);

        assertThat(model.chosen().getValue()).contains(spec.cluster());
    }

    @Test
    void aRoleOfNoNameLeavesTheStackAllOfItsOwn() {
        model.stackName().set("a".repeat(128));
        assertThat(model.chosen().getValue()).isEmpty();

        model.recipe().set(Recipe.PRODUCTION);

        assertThat(model.chosen().getValue()).contains(new Cluster("a".repeat(128), Recipe.PRODUCTION, Map.of()));
    }
}
