package dev.ecswizard.template;

import java.net.URI;
import java.util.List;

/// Where a part of a template comes from.
///
/// @param path the keys and, from 0, the numbers of items that lead from the top of the template to the part
/// @param questions whose answers made it, the one that counts most first. It is the recipe, alone, where no other
///     answer had a part in it; the recipe has a part in everything and is otherwise not named.
/// @param why a sentence of why it is there
/// @param page AWS's documentation of the resource type, attribute or section that it stands in
public record Origin(List<String> path, List<Question> questions, String why, URI page) {
    public Origin {
        path = List.copyOf(path);
        questions = List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("no question");
        }
    }

    /// The question whose answer counts most.
    public Question question() {
        return questions.getFirst();
    }
}
