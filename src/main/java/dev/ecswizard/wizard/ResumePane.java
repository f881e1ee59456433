package dev.ecswizard.wizard;

import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Spoken;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Offers to go on with the answers of an earlier walk. Takes no room while there are none.
public final class ResumePane {
    private final Messages messages = Messages.of(ResumePane.class);

    @FXML
    private HBox left;

    @FXML
    private Label resumeText;

    @FXML
    private Button resume;

    @FXML
    private Button dismissResume;

    private final Parent root = Fxml.load(this);

    public ResumePane(ResumeModel model) {
        resume.setOnAction(_ -> model.goOn());
        dismissResume.setOnAction(_ -> model.leave());
        model.offered().subscribe(offer -> {
            left.setVisible(offer.isPresent());
            left.setManaged(offer.isPresent());
            resumeText.setText(offer.map(walk -> messages.text(
                            "resume.offer.text",
                            walk.spec().cluster().stackName(),
                            walk.spec().region()))
                    .orElse(""));
        });
        // it stands above what has the keyboard at the start
        root.sceneProperty().subscribe(_ -> Spoken.tell(resumeText, resumeText.getText()));
    }

    public Parent root() {
        return root;
    }
}
