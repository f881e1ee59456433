package dev.ecswizard.wizard.cluster;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.ui.Problem;
import dev.ecswizard.wizard.Fields;
import dev.ecswizard.wizard.Page;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets a person name the stack, choose its recipe and give it tags.
public final class ClusterPage implements Page {
    private final Messages messages = Messages.of(ClusterPage.class);
    private final ClusterModel model;

    @FXML
    private Field stackNameField;

    @FXML
    private TextField stackName;

    @FXML
    private Note stackNameTaken;

    @FXML
    private Label stacksWaiting;

    @FXML
    private Note stacksUnknown;

    @FXML
    private Button retry;

    @FXML
    private VBox recipeSection;

    @FXML
    private GridPane recipe;

    @FXML
    private Note classicWarning;

    @FXML
    private VBox tagSection;

    @FXML
    private VBox tags;

    @FXML
    private Button addTag;

    private final Parent root = Fxml.load(this);
    private final Fields fields;

    public ClusterPage(ClusterModel model) {
        this.model = model;
        stackName.textProperty().bindBidirectional(model.stackName());
        stackNameField.follow(model.stackNameProblem());
        stackNameTaken.follow(model.stackNameTaken());
        stacksUnknown.follow(model.stacks().state().map(this::whyStacksAreUnknown));
        retry.setOnAction(_ -> model.stacks().retry());
        model.stacks().state().subscribe(state -> {
            show(stacksWaiting, state instanceof Load.Loading);
            show(retry, state instanceof Load.Failed);
            show(retry.getParent(), state instanceof Load.Failed);
        });
        classicWarning.follow(model.recipe()
                .map(now -> now == Recipe.CLASSIC
                        ? Optional.of(messages.text("cluster.classic.warning"))
                        : Optional.empty()));
        var group = new ToggleGroup();
        var order = List.of(Recipe.STANDARD, Recipe.PRODUCTION, Recipe.CLASSIC);
        for (var column = 0; column < order.size(); column++) {
            recipe.addColumn(column, choice(order.get(column), group));
        }
        addTag.setOnAction(_ -> model.addTag());
        model.tags().addListener((ListChangeListener<TagRow>) _ -> showTags());
        showTags();
        fields = new Fields(root, model.refusals());
        fields.put(Question.STACK_NAME, stackName, stackNameField);
        fields.put(
                Question.RECIPE, () -> (Node) group.getSelectedToggle(), () -> recipeSection, recipeSection, () -> {});
        fields.put(
                Question.TAGS,
                () -> tags.getChildren().isEmpty() ? addTag : tags.lookup("TextField"),
                () -> tagSection,
                tagSection,
                () -> {});
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ClusterModel model() {
        return model;
    }

    @Override
    public void focus() {
        Focus.on(root, stackName);
    }

    @Override
    public void focus(Question question) {
        fields.focus(question);
    }

    private Optional<String> whyStacksAreUnknown(Load.State<?> state) {
        return state instanceof Load.Failed<?>(CloudProblem problem)
                ? Optional.of(messages.text(
                        "cluster.stackName.unknown", Problem.of(problem).what()))
                : Optional.empty();
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }

    /// The recipe's name, and below it one about the other what is to be known of it.
    private Node[] choice(Recipe each, ToggleGroup group) {
        var button = new RadioButton(messages.text("cluster.recipe." + each.key()));
        button.setId(each.key());
        button.setToggleGroup(group);
        button.getStyleClass().add("choice-name");
        model.recipe().subscribe(now -> button.setSelected(now == each));
        button.selectedProperty().subscribe(selected -> {
            if (selected) {
                model.recipe().set(each);
            }
        });
        var gives = messages.text("cluster.recipeGives." + each.key());
        var idle = messages.text("cluster.recipeIdle." + each.key());
        var avoid = messages.text("cluster.recipeAvoid." + each.key());
        button.setAccessibleHelp(String.join(" ", gives, idle, avoid));
        return new Node[] {
            button,
            aspect(messages.text("cluster.recipe.gives"), gives),
            aspect(messages.text("cluster.recipe.idle"), idle),
            aspect(messages.text("cluster.recipe.avoid"), avoid)
        };
    }

    private static Node aspect(String heading, String words) {
        var name = new Label(heading);
        name.getStyleClass().add("aspect-name");
        var text = new Label(words);
        text.getStyleClass().add("field-hint");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        var both = new VBox(name, text);
        both.getStyleClass().add("aspect");
        return both;
    }

    private void showTags() {
        var before = tags.getChildren().size();
        tags.getChildren().setAll(model.tags().stream().map(this::line).toList());
        tags.setManaged(!tags.getChildren().isEmpty());
        if (tags.getChildren().size() > before) {
            tags.getChildren().getLast().lookup("TextField").requestFocus();
        }
    }

    private Node line(TagRow row) {
        var remove = new Button(null, new FontIcon("mdal-delete"));
        remove.getStyleClass().addAll("button-icon", "flat");
        remove.setAccessibleText(messages.text("cluster.tags.remove"));
        remove.setOnAction(_ -> {
            model.removeTag(row);
            addTag.requestFocus();
        });
        var line = new HBox(
                text(row.key(), messages.text("cluster.tagKey.prompt")),
                text(row.value(), messages.text("cluster.tagValue.prompt")),
                remove);
        line.getStyleClass().add("row");
        var field = new Field();
        field.setContent(line);
        field.follow(row.problem());
        return field;
    }

    private static TextField text(StringProperty property, String prompt) {
        var field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(property);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
