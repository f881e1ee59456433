package dev.ecswizard.architecture.sandbox;

import dev.ecswizard.architecture.aws.WrongAwsHelper;
import javafx.scene.Node;

public record WrongSandbox(WrongAwsHelper aws, Node node) {}
