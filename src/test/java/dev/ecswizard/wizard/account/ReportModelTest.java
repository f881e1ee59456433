package dev.ecswizard.wizard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecswizard.cloud.Action;
import dev.ecswizard.ui.InOrder;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ReportModelTest {
    private final InOrder background = new InOrder();
    private List<Action.Row> rows = List.of(row(2, "ec2"), row(1, "ecs"));
    private int asked;
    private final ReportModel model = new ReportModel(
            background,
            new Action.Report(
                    "Requests",
                    "All of them.",
                    List.of(new Action.Column("Service", 9), new Action.Column("Operation", 9)),
                    () -> {
                        asked++;
                        return rows;
                    }));

    private static Action.Row row(int number, String service) {
        return new Action.Row(String.valueOf(number), List.of(service, "Ask" + number));
    }

    @Test
    void newRowsComeBeforeThoseThatAreKnownWhichStay() {
        model.refresh();
        var removed = new ArrayList<Action.Row>();
        model.shown().addListener((ListChangeListener<Action.Row>) change -> {
            while (change.next()) {
                removed.addAll(change.getRemoved());
            }
        });
        rows = List.of(row(4, "sts"), row(3, "ec2"), row(2, "ec2"), row(1, "ecs"));
        model.refresh();

        assertThat(model.shown()).isEqualTo(rows);
        assertThat(removed).isEmpty();
        assertThat(model.size()).isEqualTo(4);
    }

    @Test
    void whatTheReportForgetsGoes() {
        model.refresh();
        rows = List.of(row(3, "sts"), row(2, "ec2"));
        model.refresh();
        assertThat(model.shown()).isEqualTo(rows);

        rows = List.of(row(9, "sts"));
        model.refresh();
        assertThat(model.shown()).isEqualTo(rows);
    }

    @Test
    void onlyRowsWithAllTheWordsAreShown() {
        model.refresh();
        model.filter().set("EC2 ask");
        assertThat(model.shown()).containsExactly(row(2, "ec2"));
        assertThat(model.size()).isEqualTo(2);

        rows = List.of(row(4, "ec2"), row(3, "sts"), row(2, "ec2"), row(1, "ecs"));
        model.refresh();
        assertThat(model.shown()).containsExactly(row(4, "ec2"), row(2, "ec2"));

        model.filter().set(" ");
        assertThat(model.shown()).isEqualTo(rows);
    }

    @Test
    void rowsAreCopiedBelowTheirTitles() {
        model.refresh();
        assertThat(model.text(model.shown())).isEqualTo("Service\tOperation\nec2\tAsk2\necs\tAsk1");
    }

    @Test
    void itIsAskedOnceAtATime() {
        background.hold();
        model.refresh();
        model.refresh();
        background.release();
        assertThat(asked).isEqualTo(1);

        model.refresh();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whoStoppedIsToldNothing() {
        background.hold();
        model.refresh();
        model.stop();
        background.release();
        assertThat(model.shown()).isEmpty();

        model.refresh();
        assertThat(model.shown()).isEqualTo(rows);
    }
}
