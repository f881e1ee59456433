package dev.ecswizard.architecture.wizard.a;

import dev.ecswizard.architecture.sandbox.WrongSandbox;
import dev.ecswizard.architecture.wizard.b.BModel;
import javafx.application.Platform;

public record APage(BModel other, WrongSandbox sandbox) {
    void start() {
        Thread.ofVirtual().start(() -> Platform.runLater(() -> {}));
    }
}
