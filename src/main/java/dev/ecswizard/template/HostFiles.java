package dev.ecswizard.template;

import dev.ecswizard.template.Node.Entry;
import dev.ecswizard.template.Node.Mapping;
import dev.ecswizard.template.Node.Sub;
import dev.ecswizard.template.Node.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/// Refuses files and scripts of hosts that would not do what they are there for: cfn-init reads a file's mode as text,
/// and cfn-hup watches a path that may lead nowhere without a word.
record HostFiles(Outline outline) {
    private static final String INIT = "AWS::CloudFormation::Init";
    private static final String HOOKS = "/etc/cfn/hooks.d/";

    /// CloudFormation template reference, AWS::CloudFormation::Init, "Files".
    private static final Pattern MODE = Pattern.compile("[0-7]{6}");

    private static final Pattern WATCHED = Pattern.compile("(?m)^path=Resources\\.([^.\\n]*)\\.Metadata\\.([^\\n]*)$");
    private static final Pattern NAMED = Pattern.compile("--resource[ =](\\S+)");

    void check() {
        for (var resource : outline.section("Resources").entries()) {
            if (Outline.at(resource.value(), "Metadata", INIT) instanceof Mapping init) {
                init.entries().forEach(this::checkConfig);
            }
            Outline.walk(resource.value(), node -> words(node).ifPresent(this::checkNames));
        }
    }

    private void checkConfig(Entry config) {
        if (Outline.at(config.value(), "files") instanceof Mapping files) {
            files.entries().forEach(this::checkFile);
        }
    }

    private void checkFile(Entry file) {
        var mode = Outline.at(file.value(), "mode");
        if (mode != null
                && !(mode instanceof Text text && MODE.matcher(text.value()).matches())) {
            throw new TemplateRefused(
                    "unsound.mode", file.key(), outline.word(mode).orElse(""));
        }
        if (file.key().startsWith(HOOKS)) {
            var content =
                    Optional.ofNullable(Outline.at(file.value(), "content")).flatMap(HostFiles::words);
            checkHook(file.key(), content.orElse(""));
        }
    }

    private void checkHook(String file, String content) {
        var path = WATCHED.matcher(content);
        if (!path.find()) {
            throw new TemplateRefused("unsound.hookWithoutPath", file);
        }
        if (Outline.at(outline.section("Resources"), path.group(1), "Metadata", path.group(2)) == null) {
            throw new TemplateRefused("unsound.hook", file, path.group());
        }
    }

    private void checkNames(String script) {
        var named = NAMED.matcher(script);
        while (named.find()) {
            if (!outline.hasResource(named.group(1))) {
                throw new TemplateRefused("unsound.reference", named.group(1));
            }
        }
    }

    private static Optional<String> words(Node node) {
        return switch (node) {
            case Text text -> Optional.of(text.value());
            case Sub sub -> Optional.of(sub.text().value());
            default -> Optional.empty();
        };
    }
}
