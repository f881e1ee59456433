package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.Image;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Fields;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;

/// Shows the image that the hosts boot and how the other regions' images stand, and asks where the template gets it.
final class ImagePane {
    private final ComputeWords words = new ComputeWords();
    private final ComputeModel model;

    @FXML
    private Field imageSourceField;

    @FXML
    private ComboBox<ImageSource> imageSource;

    @FXML
    private LoadPane imagesHere;

    @FXML
    private Label image;

    @FXML
    private Node newerRow;

    @FXML
    private Note newer;

    @FXML
    private Button takeNewest;

    @FXML
    private Node elsewhereRow;

    @FXML
    private Label elsewhere;

    @FXML
    private Note elsewhereWarning;

    @FXML
    private Hyperlink elsewhereAction;

    private final Parent root = Fxml.load(this);

    ImagePane(ComputeModel model, Copy copy) {
        this.model = model;
        var managed = model.managed();
        imagesHere.setCopy(copy);
        imagesHere.follow(model.picker().here());
        takeNewest.setOnAction(_ -> model.takeNewestImages());
        imageSource.getItems().setAll(ImageSource.values());
        imageSource.setConverter(new StringConverter<>() {
            @Override
            public String toString(ImageSource source) {
                return source == null ? "" : words.imageSource(source);
            }

            @Override
            public ImageSource fromString(String text) {
                return imageSource.getValue();
            }
        });
        imageSource.valueProperty().bindBidirectional(managed.imageSource());
        model.fleets()
                .recipe()
                .subscribe(_ -> show(imageSourceField, model.fleets().isManaged()));
        model.image()
                .subscribe(now -> image.setText(now.map(words::image).orElse(words.text("compute.image.unsettled"))));
        model.newer().subscribe(this::showNewer);
        model.picker().elsewhere().progress().subscribe(_ -> showElsewhere());
        model.missing().subscribe(_ -> showElsewhere());
    }

    Parent root() {
        return root;
    }

    /// Says where its questions are answered.
    void put(Fields fields) {
        var column = (Pane) root;
        fields.put(Question.IMAGES, this::ofImages, () -> root, column, () -> {});
        fields.put(Question.IMAGE_SOURCE, imageSource, imageSourceField);
    }

    /// What there is to press or to choose about the images.
    private Node ofImages() {
        return Stream.<Node>of(takeNewest, imageSource, elsewhereAction)
                .filter(ImagePane::isInSight)
                .findFirst()
                .orElse(root);
    }

    private static boolean isInSight(Node widget) {
        return widget.isVisible() && widget.getParent().isVisible();
    }

    private void showNewer(Optional<Image> newest) {
        newer.setText(newest.map(words::imageNewer).orElse(""));
        show(newerRow, newest.isPresent());
    }

    private void showElsewhere() {
        var progress = model.picker().elsewhere().progress().get();
        var isNeeded = model.picker().isLookingElsewhere();
        var text = isNeeded ? words.elsewhere(progress) : "";
        var isWarning = progress.lacks();
        say(elsewhere, Optional.of(text).filter(_ -> !isWarning));
        elsewhereWarning.setText(isWarning ? text : "");
        show(elsewhereRow, isNeeded);
        var action = progress.isRunning()
                ? Optional.of("compute.elsewhere.stop")
                : Optional.of("compute.elsewhere.again").filter(_ -> progress.isIncomplete());
        elsewhereAction.setText(action.map(words::text).orElse(""));
        elsewhereAction.setOnAction(_ -> {
            elsewhereAction.setVisited(false);
            if (progress.isRunning()) {
                model.picker().elsewhere().cancel();
            } else {
                model.picker().elsewhere().retry();
            }
        });
        show(elsewhereAction, action.isPresent());
    }

    private static void say(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        show(label, text.isPresent());
    }

    private static void show(Node node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
