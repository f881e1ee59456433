package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.ui.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Finds subnets among many by words, and says how many there are. There only where the table can not show them all.
final class SubnetFilter {
    private static final int FEW = 8;
    private static final Messages MESSAGES = Messages.of(SubnetFilter.class);

    private final SubnetTable subnets;
    private final NetworkModel model;
    private final Node bar;
    private final TextField words;
    private final Label count;

    private SubnetFilter(SubnetTable subnets, NetworkModel model, Node bar, TextField words, Label count) {
        this.subnets = subnets;
        this.model = model;
        this.bar = bar;
        this.words = words;
        this.count = count;
    }

    /// @param bar what holds the other two
    /// @param table where the down arrow leads
    static void tie(SubnetTable subnets, NetworkModel model, Node bar, TextField words, Label count, Node table) {
        new SubnetFilter(subnets, model, bar, words, count).tie(table);
    }

    private void tie(Node table) {
        words.textProperty().subscribe(now -> {
            var parts = List.of(now.strip().toLowerCase(Locale.ROOT).split("\\s+"));
            subnets.show(line -> parts.stream().allMatch(text(line)::contains));
            update();
        });
        model.vpcId().subscribe(_ -> words.clear());
        model.subnets().subscribe(_ -> update());
        subnets.all().addListener((ListChangeListener<SubnetLine>) _ -> update());
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !words.getText().isEmpty()) {
                words.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                event.consume();
            }
        });
        update();
    }

    private static String text(SubnetLine line) {
        return Stream.concat(
                        Stream.of(
                                line.id(),
                                SubnetCell.name(line),
                                line.facts().map(Subnet::zone).orElse(""),
                                line.facts().map(Subnet::cidr).orElse(""),
                                WayWords.kind(line),
                                WayWords.brief(line)),
                        line.markers().stream().map(WayWords::marker))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private void update() {
        var isNeeded = subnets.all().size() > FEW || !words.getText().isEmpty();
        bar.setVisible(isNeeded);
        bar.setManaged(isNeeded);
        var chosen = model.subnets().getValue();
        var hidden = chosen.stream()
                .filter(id ->
                        subnets.shown().stream().noneMatch(line -> line.id().equals(id)))
                .count();
        count.setText(MESSAGES.text(
                        "subnets.filter.count",
                        subnets.shown().size(),
                        subnets.all().size(),
                        chosen.size())
                + (hidden == 0 ? "" : MESSAGES.text("subnets.filter.hidden", hidden)));
    }
}
