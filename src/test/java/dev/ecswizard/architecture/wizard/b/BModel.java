package dev.ecswizard.architecture.wizard.b;

import javafx.scene.Node;

public record BModel(Node node) {}
