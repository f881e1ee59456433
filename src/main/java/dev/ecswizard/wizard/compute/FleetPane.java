package dev.ecswizard.wizard.compute;

import dev.ecswizard.spec.ContainerInsights;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the production recipe asks about the hosts beyond type, sizes and key pair.
final class FleetPane {
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int SECONDS_OF_A_YEAR = 31_536_000;

    private final ComputeWords words = new ComputeWords();
    private final ManagedFleet fleet;

    @FXML
    private VBox alternates;

    @FXML
    private Note spotWarning;

    @FXML
    private ToggleButton more;

    @FXML
    private FontIcon arrow;

    @FXML
    private GridPane rest;

    @FXML
    private Field onDemandBaseCapacityField;

    @FXML
    private Spinner<String> onDemandBaseCapacity;

    @FXML
    private Field onDemandPercentageField;

    @FXML
    private Spinner<String> onDemandPercentage;

    @FXML
    private Field targetCapacityField;

    @FXML
    private Spinner<String> targetCapacity;

    @FXML
    private CheckBox protectBusyInstances;

    @FXML
    private Field rootVolumeSizeField;

    @FXML
    private Spinner<String> rootVolumeSize;

    @FXML
    private Field maxInstanceLifetimeField;

    @FXML
    private Spinner<String> maxInstanceLifetime;

    @FXML
    private ComboBox<ContainerInsights> containerInsights;

    @FXML
    private ComboBox<Integer> logRetentionDays;

    private final Parent root = Fxml.load(this);
    private final AlternatesPane others;

    FleetPane(ComputeModel model) {
        fleet = model.managed();
        others = new AlternatesPane(model);
        alternates.getChildren().setAll(others.root());
        more.selectedProperty().subscribe(isOpen -> {
            arrow.setIconLiteral(isOpen ? "mdal-expand_less" : "mdal-expand_more");
            rest.setVisible(isOpen);
            rest.setManaged(isOpen);
        });
        tie(onDemandBaseCapacityField, onDemandBaseCapacity, fleet.onDemandBaseCapacity(), 1, 0, 1000);
        tie(onDemandPercentageField, onDemandPercentage, fleet.onDemandPercentage(), 5, 0, 100);
        tie(targetCapacityField, targetCapacity, fleet.targetCapacity(), 5, 1, 100);
        tie(rootVolumeSizeField, rootVolumeSize, fleet.rootVolumeSize(), 10, 30, 16_384);
        tie(
                maxInstanceLifetimeField,
                maxInstanceLifetime,
                fleet.maxInstanceLifetime(),
                SECONDS_OF_A_DAY,
                0,
                SECONDS_OF_A_YEAR);
        fleet.maxInstanceLifetime()
                .text()
                .subscribe(_ -> maxInstanceLifetimeField.setHint(
                        words.lifetime(fleet.maxInstanceLifetime().number())));
        protectBusyInstances.selectedProperty().bindBidirectional(fleet.protectBusyInstances());
        choices(containerInsights, List.of(ContainerInsights.values()), words::insights);
        containerInsights.valueProperty().bindBidirectional(fleet.containerInsights());
        choices(logRetentionDays, Rule.RETENTIONS, words::days);
        logRetentionDays.valueProperty().bindBidirectional(fleet.logRetentionDays());
        for (var answer : fleet.answers()) {
            answer.subscribe(_ -> {
                spotWarning.setText(fleet.usesSpot() && isAlone(model) ? words.text("compute.spot.alone") : "");
                more.setText(words.more(fleet));
            });
        }
    }

    Parent root() {
        return root;
    }

    /// Says where its questions are answered, and opens the part that is usually closed for those in it.
    void put(Fields fields) {
        others.put(fields);
        put(fields, Question.ON_DEMAND_BASE_CAPACITY, onDemandBaseCapacity);
        put(fields, Question.ON_DEMAND_PERCENTAGE, onDemandPercentage);
        put(fields, Question.TARGET_CAPACITY, targetCapacity);
        put(fields, Question.PROTECT_BUSY_INSTANCES, protectBusyInstances);
        put(fields, Question.ROOT_VOLUME_SIZE, rootVolumeSize);
        put(fields, Question.MAX_INSTANCE_LIFETIME, maxInstanceLifetime);
        put(fields, Question.CONTAINER_INSIGHTS, containerInsights);
        put(fields, Question.LOG_RETENTION_DAYS, logRetentionDays);
    }

    private void put(Fields fields, Question question, Node widget) {
        var column = (Pane) widget.getParent();
        fields.put(question, () -> widget, () -> column, column, () -> more.setSelected(true));
    }

    private static boolean isAlone(ComputeModel model) {
        return model.managed()
                .alternates()
                .beside(model.instanceType().getValue().orElse(""))
                .isEmpty();
    }

    /// A number, with what is wrong with it; nothing wrong is ever out of sight.
    private void tie(Field field, Spinner<String> spinner, NumberAnswer answer, int step, int least, int most) {
        SizeSpinner.tie(spinner, answer, step, least, most);
        field.follow(answer.problem().map(problem -> problem.map(words::problem)));
        answer.problem().subscribe(problem -> {
            if (problem.isPresent()) {
                more.setSelected(true);
            }
        });
    }

    private static <T> void choices(ComboBox<T> box, List<T> all, Function<T, String> words) {
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return Optional.ofNullable(one).map(words).orElse("");
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
    }
}
