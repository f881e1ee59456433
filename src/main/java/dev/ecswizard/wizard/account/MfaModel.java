package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.MfaPrompt;
import dev.ecswizard.ui.Background;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks for a one-time code whenever the credentials in use need one, whichever page is shown.
public final class MfaModel implements MfaPrompt {
    /// A code that somebody waits for.
    public record Question(String profile, String serial) {}

    private final Background background;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

    public MfaModel(Background background) {
        this.background = background;
    }

    @Override
    public Optional<String> code(String profile, String serial) {
        try {
            oneAtATime.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            answer = new CompletableFuture<>();
            background.onWindow(() -> question.set(Optional.of(new Question(profile, serial))));
            return answer.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            background.onWindow(() -> question.set(Optional.empty()));
            oneAtATime.unlock();
        }
    }

    public ReadOnlyObjectProperty<Optional<Question>> question() {
        return question.getReadOnlyProperty();
    }

    /// Whether a text is a code: six digits.
    public boolean isCode(String text) {
        return text.strip().matches("[0-9]{6}");
    }

    /// Hands the code to whoever waits for it; nothing if it is no code.
    public void answer(String text) {
        if (isCode(text)) {
            answer.complete(Optional.of(text.strip()));
        }
    }

    public void giveUp() {
        answer.complete(Optional.empty());
    }
}
