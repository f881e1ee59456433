package dev.ecswizard.cloud;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something that a person can do with a connection beside working over it.
public sealed interface Action {
    /// What the button says.
    String label();

    /// To take one of several ways in which what is behind the connection behaves.
    ///
    /// @param lead what the choice is about, in a sentence
    /// @param warning what taking another one costs; to be said before
    /// @param confirm what the button says that takes it
    /// @param current the id of the option in force; empty where none of them is
    /// @param take takes the option of an id. It may block, and the connection has to be opened anew afterwards.
    record Choice(
            String label,
            String lead,
            String warning,
            String confirm,
            List<Option> options,
            String current,
            Consumer<String> take)
            implements Action {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// One way to behave.
    ///
    /// @param description what a person will meet, and when
    record Option(String id, String name, String description) {}

    /// To look at what goes on behind the connection.
    ///
    /// @param lead what is shown, in a sentence
    /// @param rows newest first; may be asked on any thread and again at any time
    record Report(String label, String lead, List<Column> columns, Supplier<List<Row>> rows) implements Action {
        public Report {
            columns = List.copyOf(columns);
        }
    }

    /// @param characters how many its cells have as a rule
    record Column(String title, int characters) {}

    /// @param id no other row has it
    /// @param cells one a column
    record Row(String id, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
