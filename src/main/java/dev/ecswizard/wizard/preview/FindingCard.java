package dev.ecswizard.wizard.preview;

import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.preflight.Check;
import dev.ecswizard.preflight.Finding;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Command;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.CopyButton;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.wizard.VerdictIcon;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A finding that is not all right: what, about which resource, what would happen, what helps, and the ways there. One
/// card stands for all that can not be read for the same reason.
final class FindingCard extends HBox {
    private static final Messages MESSAGES = Messages.of(FindingCard.class);
    private static final FindingWords WORDS = new FindingWords();

    /// @param findings at least one; more than one where they differ in nothing but what was checked
    FindingCard(List<Finding> findings, ClusterSpec spec, InsteadModel instead, Copy copy) {
        var finding = findings.getFirst();
        getStyleClass().addAll("finding", "finding-" + finding.verdict().name().toLowerCase(Locale.ROOT));
        var words = new VBox(title(findings, copy), sentence(finding.what()));
        words.getStyleClass().add("finding-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!finding.then().isEmpty()) {
            words.getChildren().add(sentence(MESSAGES.text("finding.then.text", finding.then())));
        }
        if (!finding.fix().isEmpty()) {
            words.getChildren().add(sentence(MESSAGES.text("finding.fix.text", finding.fix())));
        }
        finding.problem().flatMap(CloudProblem::remedy).ifPresent(remedy -> {
            var command = new Command();
            command.setCopy(copy);
            command.setText(remedy);
            words.getChildren().add(command);
        });
        if (finding.problem().isEmpty()) {
            words.getChildren().add(buttons(finding, spec, instead));
        } else if (finding.problem().filter(CloudProblem::isOfCredentials).isPresent()) {
            words.getChildren().add(account(finding, instead));
        }
        getChildren().addAll(new VerdictIcon(finding.verdict()), words);
    }

    private static Node title(List<Finding> findings, Copy copy) {
        var title = new Label(findings.stream()
                .map(Finding::check)
                .distinct()
                .map(Check::title)
                .collect(Collectors.joining(", ")));
        title.getStyleClass().add("finding-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var line = new FlowPane(title);
        line.getStyleClass().add("finding-line");
        var resource = findings.getFirst().resource();
        if (findings.size() == 1 && !resource.isEmpty()) {
            var chip = new CopyButton(resource, () -> resource, copy);
            chip.getStyleClass().addAll("flat", "finding-resource");
            chip.setAccessibleText(MESSAGES.text("finding.copy.accessible", resource));
            line.getChildren().add(chip);
        }
        return line;
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node buttons(Finding finding, ClusterSpec spec, InsteadModel instead) {
        var line = new FlowPane();
        line.getStyleClass().add("finding-buttons");
        finding.instead().ifPresent(other -> {
            var use = button(WORDS.use(finding, other, spec), finding);
            use.getStyleClass().addAll("accent", "use-instead");
            use.setOnAction(_ -> instead.use(finding));
            line.getChildren().add(use);
        });
        var goTo = button(WORDS.goTo(finding), finding);
        goTo.getStyleClass().add("go-to");
        goTo.setOnAction(_ -> instead.goTo(finding.question()));
        line.getChildren().add(goTo);
        return line;
    }

    /// The page that asks the region is the one to connect again on.
    private static Node account(Finding finding, InsteadModel instead) {
        var goTo = button(MESSAGES.text("finding.goTo.account"), finding);
        goTo.getStyleClass().add("go-to");
        goTo.setOnAction(_ -> instead.goTo(Question.REGION));
        return goTo;
    }

    private static Button button(String words, Finding finding) {
        var button = new Button(words);
        button.getStyleClass().add("small");
        button.setMnemonicParsing(false);
        button.setAccessibleHelp(MESSAGES.text(
                "finding.button.accessible", finding.check().title(), finding.what(), finding.then(), finding.fix()));
        return button;
    }
}
