package dev.ecswizard.deploy;

/// A stack is not deleted because tasks in its cluster do not end.
public final class TasksStay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TasksStay(int left) {
        super(Words.of("deploy.delete.tasksStay", left));
    }
}
