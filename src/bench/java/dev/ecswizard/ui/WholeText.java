package dev.ecswizard.ui;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// What a [YamlView] would be if RichTextFX's code area replaced its whole text at each change and styled all of it anew.
public final class WholeText extends VBox {
    private static final String STYLE = "data:text/css,"
            + ".code-area{-fx-font-family:monospace;-fx-font-size:13px;}"
            + ".code-area .yaml-key{-fx-fill:-color-accent-fg;}"
            + ".code-area .yaml-tag{-fx-fill:-color-warning-fg;-fx-font-weight:bold;}"
            + ".code-area .yaml-string{-fx-fill:-color-success-fg;}"
            + ".code-area .yaml-script{-fx-fill:-color-fg-muted;}"
            + ".code-area .yaml-comment{-fx-fill:-color-fg-subtle;-fx-font-style:italic;}";

    private final CodeArea area = new CodeArea();

    public WholeText() {
        getStyleClass().add("yaml");
        getStylesheets().add(STYLE);
        area.setEditable(false);
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    public void setText(String text) {
        area.replaceText(text);
        var styles = new StyleSpansBuilder<Collection<String>>();
        var last = 0;
        for (var line : YamlHighlight.lines(text)) {
            var at = 0;
            for (var span : line.spans()) {
                styles.add(List.of(), last + span.start() - at);
                styles.add(List.of("yaml-" + span.kind().name().toLowerCase(Locale.ROOT)), span.end() - span.start());
                at = span.end();
                last = 0;
            }
            last += line.text().length() - at + 1;
        }
        styles.add(List.of(), Math.max(last - 1, 0));
        area.setStyleSpans(0, styles.create());
        area.moveTo(0);
        area.showParagraphAtTop(0);
    }
}
