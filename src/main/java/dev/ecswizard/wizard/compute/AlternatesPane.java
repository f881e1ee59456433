package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.TypeAhead;
import dev.ecswizard.wizard.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Lets a person take further instance types in and out: those that are suggested by a press, any other from a list.
final class AlternatesPane {
    private final ComputeWords words = new ComputeWords();
    private final ComputeModel model;
    private final FlowPane chosen = new FlowPane();
    private final FlowPane suggested = new FlowPane();
    private final TextField search = new TextField();
    private final ComboBox<InstanceType> candidate = new ComboBox<>();
    private final Button add = new Button();
    private final Field field = new Field();
    /// What can be added, the nearest of kin first.
    private List<InstanceType> candidates = List.of();

    AlternatesPane(ComputeModel model) {
        this.model = model;
        chosen.setId("alternateInstanceTypes");
        suggested.setId("suggestedInstanceTypes");
        for (var flow : List.of(chosen, suggested)) {
            flow.getStyleClass().add("chips");
        }
        search.setId("candidateSearch");
        search.setPromptText(words.text("compute.alternateInstanceTypes.search"));
        search.setAccessibleText(words.text("compute.alternateInstanceTypes.search"));
        search.setPrefColumnCount(14);
        search.textProperty().subscribe(_ -> offer());
        search.setOnAction(_ -> {
            if (!add.isDisabled()) {
                add.fire();
            }
        });
        candidate.setId("candidate");
        candidate.setMaxWidth(Double.MAX_VALUE);
        candidate.setVisibleRowCount(10);
        candidate.setPromptText(words.text("compute.alternateInstanceTypes.prompt"));
        candidate.setAccessibleText(words.text("compute.alternateInstanceTypes.prompt"));
        candidate.setCellFactory(_ -> new Cell());
        candidate.setButtonCell(new Cell());
        TypeAhead.on(candidate, words::type);
        HBox.setHgrow(candidate, Priority.ALWAYS);
        add.setId("addCandidate");
        add.setText(words.text("compute.alternateInstanceTypes.add"));
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.disableProperty().bind(candidate.valueProperty().isNull());
        add.setOnAction(_ -> take(candidate.getValue().name()));
        var line = new HBox(search, candidate, add);
        line.getStyleClass().add("row");
        field.setLabel(words.text("compute.alternateInstanceTypes.text"));
        field.setHint(words.text("compute.alternateInstanceTypes.hint"));
        var content = new VBox(chosen, suggested, line);
        content.getStyleClass().add("alternates");
        field.setContent(content);
        field.setTarget(search);
        model.managed().alternates().chosen().subscribe(_ -> show());
        model.instanceType().subscribe(_ -> show());
        model.browser().types().subscribe(_ -> show());
    }

    Parent root() {
        return field;
    }

    /// Offers what fits the search, the first of it ready to be added.
    private void offer() {
        var asked =
                TypeSearch.of(search.getText(), model.types().map(Types::names).orElse(Set.of()));
        var fitting = candidates.stream().filter(asked).toList();
        candidate.getItems().setAll(fitting);
        var isSearched = !search.getText().isBlank() && asked.unknown().isEmpty();
        candidate.setValue(isSearched && !fitting.isEmpty() ? fitting.getFirst() : null);
        candidate.setPromptText(
                fitting.isEmpty() && isSearched
                        ? words.text("compute.alternateInstanceTypes.noneFits")
                        : words.text("compute.alternateInstanceTypes.prompt"));
    }

    /// Says where its question is answered.
    void put(Fields fields) {
        fields.put(Question.ALTERNATE_INSTANCE_TYPES, candidate, field);
    }

    private void take(String type) {
        candidate.setValue(null);
        search.clear();
        model.managed().alternates().add(type);
    }

    private void show() {
        var alternates = model.managed().alternates();
        var first = model.instanceType().getValue().orElse("");
        var beside = alternates.beside(first);
        chosen.getChildren().setAll(beside.stream().map(this::chip).toList());
        show(chosen, !beside.isEmpty());
        var usable = model.types().map(Types::usable).orElse(List.of());
        var facts = model.typeFacts();
        var suggestions =
                facts.map(type -> alternates.suggestions(type, usable)).orElse(List.of());
        suggested
                .getChildren()
                .setAll(suggestions.stream().map(this::suggestion).toList());
        if (!suggestions.isEmpty()) {
            var label = new Label(words.text("compute.alternateInstanceTypes.suggested"));
            label.getStyleClass().add("field-hint");
            suggested.getChildren().addFirst(label);
        }
        show(suggested, !suggestions.isEmpty());
        candidate.setDisable(alternates.isFull());
        search.setDisable(alternates.isFull());
        candidates = facts.map(type -> alternates.candidates(type, usable)).orElse(List.of());
        offer();
        field.setError(beside.stream()
                .flatMap(type -> model.misfit(type).stream())
                .findFirst()
                .orElse(""));
    }

    private Node chip(String type) {
        var name = new Label(type);
        name.setMinWidth(Label.USE_PREF_SIZE);
        if (model.misfit(type).isPresent()) {
            name.getStyleClass().add("unknown");
        }
        var remove = new Button(null, new FontIcon("mdal-close"));
        remove.setId("remove-" + type.replace('.', '-'));
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setAccessibleText(words.removeAlternate(type));
        remove.setOnAction(_ -> {
            model.managed().alternates().remove(type);
            search.requestFocus();
        });
        var chip = new HBox(name, remove);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private Node suggestion(InstanceType type) {
        var button = new Button(type.name(), new FontIcon("mdal-add"));
        button.setId("suggest-" + type.name().replace('.', '-'));
        button.getStyleClass().addAll("small", "flat", "accent");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(words.addAlternate(type));
        button.setOnAction(_ -> {
            take(type.name());
            // the button that was pressed is gone
            suggested.getChildren().stream()
                    .filter(Button.class::isInstance)
                    .findFirst()
                    .ifPresentOrElse(Node::requestFocus, search::requestFocus);
        });
        return button;
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }

    /// A candidate in words.
    private final class Cell extends ListCell<InstanceType> {
        @Override
        protected void updateItem(InstanceType type, boolean empty) {
            super.updateItem(type, empty);
            setText(Optional.ofNullable(type)
                    .filter(_ -> !empty)
                    .map(words::type)
                    .orElse(null));
        }
    }
}
