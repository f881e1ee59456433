package dev.ecswizard.architecture.ui;

import dev.ecswizard.architecture.wizard.a.APage;
import javafx.application.Platform;

public record WrongUi(APage page) {
    void later() {
        Platform.runLater(() -> System.out.println(page));
    }
}
