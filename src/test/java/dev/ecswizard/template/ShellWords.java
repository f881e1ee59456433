package dev.ecswizard.template;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a POSIX shell makes of a command: by its rules (Shell Command Language, "Quoting"), and by a shell itself.
final class ShellWords {
    private static final String SPECIAL = "|&;<>()$`*?[]#~{}!\n\t\r";

    private final String command;
    private int at;

    private ShellWords(String command) {
        this.command = command;
    }

    /// The words of one simple command. What a shell would do more than split and unquote is an error.
    static List<String> split(String command) {
        return new ShellWords(command).words();
    }

    static boolean hasShell() {
        return new File("/bin/sh").canExecute();
    }

    /// The words that `aws` is given by each of the commands, which one shell runs one after the other.
    static List<List<String>> run(List<String> commands, Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("script");
        Files.writeString(
                script,
                "aws() { printf '%s\\0' \"$#\" \"$@\"; }\n" + String.join("\n", commands) + "\n",
                StandardCharsets.UTF_8);
        var said = folder.resolve("said");
        var shell = new ProcessBuilder("/bin/sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (shell.waitFor() != 0) {
            throw new AssertionError(Files.readString(said));
        }
        var words = Files.readString(said).split("\0", -1);
        var all = new ArrayList<List<String>>();
        for (var i = 0; i < words.length - 1; ) {
            var end = i + 1 + Integer.parseInt(words[i]);
            all.add(Arrays.asList(words).subList(i + 1, end));
            i = end;
        }
        return all;
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        StringBuilder word = null;
        while (at < command.length()) {
            var next = command.charAt(at++);
            if (next == ' ' || next == '\\' && peek() == '\n') {
                at += next == ' ' ? 0 : 1;
                if (next == ' ' && word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            switch (next) {
                case '\'' -> word.append(until('\''));
                case '"' -> word.append(plain(until('"')));
                case '\\' -> word.append(command.charAt(at++));
                default -> word.append(ordinary(next));
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    private char peek() {
        return at < command.length() ? command.charAt(at) : 0;
    }

    private String until(char end) {
        var from = at;
        at = command.indexOf(end, from) + 1;
        if (at == 0) {
            throw new AssertionError("no end of the quotes at " + from + " in " + command);
        }
        return command.substring(from, at - 1);
    }

    private static String plain(String quoted) {
        if (quoted.matches("(?s).*[$`\\\\].*")) {
            throw new AssertionError("more than a word: " + quoted);
        }
        return quoted;
    }

    private char ordinary(char next) {
        if (SPECIAL.indexOf(next) >= 0) {
            throw new AssertionError("a shell would read " + next + " at " + at + " in " + command);
        }
        return next;
    }
}
