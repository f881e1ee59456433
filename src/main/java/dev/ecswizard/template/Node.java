package dev.ecswizard.template;

import java.util.List;

/// A part of a YAML document, made in code: what it means, not how it is written.
sealed interface Node {
    static Text text(String value) {
        return new Text(value, Shape.LINE);
    }

    static Items items(Node... items) {
        return new Items(List.of(items));
    }

    static Mapping mapping(Entry... entries) {
        return new Mapping(List.of(entries), false);
    }

    static Entry entry(String key, Node value) {
        return new Entry(key, value);
    }

    static Entry entry(String key, long value) {
        return new Entry(key, new Whole(value));
    }

    static Entry entry(String key, boolean value) {
        return new Entry(key, new Truth(value));
    }

    static Entry entry(String key, String value) {
        return new Entry(key, text(value));
    }

    /// How a text is laid out, if its characters allow it.
    enum Shape {
        LINE,
        /// A block in which a line end is a line end: scripts and files.
        LITERAL,
        /// A block in which a line end is a space: long sentences.
        FOLDED
    }

    record Text(String value, Shape shape) implements Node {}

    record Whole(long value) implements Node {}

    record Truth(boolean value) implements Node {}

    record Items(List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param spaced whether a blank line goes before an entry that is itself a mapping
    record Mapping(List<Entry> entries, boolean spaced) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /// @param from the questions whose answers it is there for, beside those whose answers its value refers to
    record Entry(String key, Node value, List<Question> from) {
        public Entry {
            from = List.copyOf(from);
        }

        Entry(String key, Node value) {
            this(key, value, List.of());
        }

        /// The same entry, there for the answers to these questions; so is all that it holds.
        Entry from(Question... questions) {
            return new Entry(key, value, List.of(questions));
        }
    }

    /// The name of a parameter, where CloudFormation wants it as a text.
    record ParameterName(String name) implements Node {}

    /// A CloudFormation function.
    sealed interface Intrinsic extends Node {}

    record Ref(String name) implements Intrinsic {}

    record GetAtt(String resource, String attribute) implements Intrinsic {}

    /// @param text a pattern of our own making: no answer of a person ever becomes part of it
    record Sub(Text text) implements Intrinsic {
        Sub(String pattern) {
            this(Node.text(pattern));
        }
    }

    record FindInMap(String map, Node first, String second) implements Intrinsic {}

    record Base64(Node value) implements Intrinsic {
        /// Its long form: two short forms can not follow each other, and what is encoded usually begins with one.
        Entry entry() {
            return Node.entry("Fn::Base64", value);
        }
    }

    record Not(Node condition) implements Intrinsic {}

    record Equals(Node left, String right) implements Intrinsic {}

    /// @param condition the name of one of the template's conditions
    record If(String condition, Node then, Node otherwise) implements Intrinsic {
        /// A property that is there only under the condition.
        static If only(String condition, Node value) {
            return new If(condition, value, new Ref("AWS::NoValue"));
        }
    }
}
