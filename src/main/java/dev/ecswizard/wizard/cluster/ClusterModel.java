package dev.ecswizard.wizard.cluster;

import dev.ecswizard.cloud.StackSummary;
import dev.ecswizard.spec.Cluster;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Background;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.PageModel;
import dev.ecswizard.wizard.Place;
import dev.ecswizard.wizard.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the stack is called, which shape the cluster has and which tags it bears.
public final class ClusterModel implements PageModel<Cluster> {
    private final Messages messages = Messages.of(ClusterModel.class);
    private static final String STACKS = "stacks";

    private final ObservableValue<Optional<String>> region;
    private final ObservableValue<Optional<Place>> place;
    private final Load<List<StackSummary>> stacks;
    private final StringProperty stackName = new SimpleStringProperty(this, "stackName", "");
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(this, "recipe", Recipe.STANDARD);
    private final ObservableList<TagRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TagRow> tags = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<String>> stackNameProblem = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> stackNameTaken = nothing();
    private final ReadOnlyObjectWrapper<Optional<Cluster>> chosen = nothing();
    private final ReadOnlyObjectWrapper<Optional<String>> missing = nothing();
    private final Refusals refusals = new Refusals();
    private final ObservableValue<String> summary = stackName.map(String::strip);

    /// @param region the chosen one: it is part of the role's name
    /// @param place where to look for stacks of the same name
    public ClusterModel(
            Background background, ObservableValue<Optional<String>> region, ObservableValue<Optional<Place>> place) {
        this.region = region;
        this.place = place;
        stacks = Load.from(
                background,
                place,
                where -> where.reading(STACKS, () -> where.stacks().list()));
        region.subscribe(_ -> update());
        stacks.value().subscribe(_ -> update());
        stackName.subscribe(_ -> update());
        recipe.subscribe(_ -> update());
        refusals.follow(Question.STACK_NAME, stackName);
        refusals.follow(Question.RECIPE, recipe);
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> nothing() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    public StringProperty stackName() {
        return stackName;
    }

    /// Which rule the name breaks, in words; nothing while no name was given.
    public ReadOnlyObjectProperty<Optional<String>> stackNameProblem() {
        return stackNameProblem.getReadOnlyProperty();
    }

    /// That a stack of this name stands in the region, and how. No obstacle to saving the template.
    public ReadOnlyObjectProperty<Optional<String>> stackNameTaken() {
        return stackNameTaken.getReadOnlyProperty();
    }

    /// The stacks that are compared with the name.
    public Load<List<StackSummary>> stacks() {
        return stacks;
    }

    public ObjectProperty<Recipe> recipe() {
        return recipe;
    }

    public ObservableList<TagRow> tags() {
        return tags;
    }

    /// Adds an empty row.
    public TagRow addTag() {
        var row = new TagRow();
        row.key().subscribe(_ -> changeTags());
        row.value().subscribe(_ -> changeTags());
        rows.add(row);
        return row;
    }

    public void removeTag(TagRow row) {
        rows.remove(row);
        changeTags();
    }

    private void changeTags() {
        refusals.clear(Question.TAGS);
        update();
    }

    @Override
    public String title() {
        return messages.text("cluster.step.title");
    }

    @Override
    public Set<Question> questions() {
        return Set.of(Question.STACK_NAME, Question.RECIPE, Question.TAGS);
    }

    @Override
    public ObservableValue<Optional<Cluster>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Optional<String>> missing() {
        return missing.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }

    @Override
    public void open(ClusterSpec spec) {
        rows.clear();
        spec.cluster().tags().forEach((key, value) -> {
            var row = addTag();
            row.key().set(key);
            row.value().set(value);
        });
        recipe.set(spec.cluster().recipe());
        stackName.set(spec.cluster().stackName());
    }

    /// Has the stacks listed anew, since the app has made or deleted one.
    public void stacksChanged() {
        place.getValue().ifPresent(where -> where.readings().refreshEverywhere(STACKS));
    }

    @Override
    public Optional<Runnable> answer(Question question, List<String> values) {
        return new ClusterAnswers(this, refusals, region.getValue()).take(question, values);
    }

    Refusals refusals() {
        return refusals;
    }

    private void update() {
        var name = stackName.get().strip();
        var broken = Rule.STACK_NAME
                .check(name)
                .or(() -> region.getValue().flatMap(where -> ClusterSpec.checkRoleName(name, recipe.get(), where)));
        stackNameProblem.set(
                name.isEmpty()
                        ? Optional.empty()
                        : broken.map(Violation::sentence)
                                .map(sentence -> messages.text("cluster.stackName.problem", sentence)));
        stackNameTaken.set(stacks.value()
                .getValue()
                .flatMap(all ->
                        all.stream().filter(stack -> stack.name().equals(name)).findFirst())
                .map(stack -> messages.text("cluster.stackName.taken", name, stack.status())));
        var given = judgeTags();
        var tagProblem = tagProblem(given);
        missing.set(findMissing(name, broken.isPresent(), tagProblem));
        chosen.set(missing.get().isEmpty() ? Optional.of(new Cluster(name, recipe.get(), given)) : Optional.empty());
    }

    private LinkedHashMap<String, String> judgeTags() {
        var given = new LinkedHashMap<String, String>();
        var seen = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var row : rows) {
            var key = row.key().get();
            if (row.isBlank()) {
                row.judge(Optional.empty());
                continue;
            }
            var other = Optional.ofNullable(seen.putIfAbsent(key, key));
            row.judge(
                    other.filter(key::equals).isPresent()
                            ? Optional.of(messages.text("cluster.tags.twice", key))
                            : other.map(first -> Rule.TAG_KEY_CASE.brokenBy(key, first))
                                    .or(() -> Cluster.checkTag(key, row.value().get()))
                                    .map(Violation::sentence)
                                    .map(sentence -> messages.text("cluster.tags.problem", sentence)));
            given.put(key, row.value().get());
        }
        return given;
    }

    private Optional<String> tagProblem(LinkedHashMap<String, String> given) {
        if (rows.stream().anyMatch(row -> row.problem().get().isPresent())) {
            return Optional.of(messages.text("cluster.tags.missing"));
        }
        return Cluster.checkTags(given).map(_ -> messages.text("cluster.tags.tooMany", Cluster.MAX_TAGS));
    }

    private Optional<String> findMissing(String name, boolean isBroken, Optional<String> tagProblem) {
        if (name.isEmpty()) {
            return Optional.of(messages.text("cluster.stackName.missing"));
        }
        if (isBroken) {
            return Optional.of(messages.text("cluster.stackName.mend"));
        }
        return tagProblem;
    }
}
