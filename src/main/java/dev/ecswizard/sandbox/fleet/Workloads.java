package dev.ecswizard.sandbox.fleet;

import dev.ecswizard.sandbox.time.Agenda;
import dev.ecswizard.sandbox.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What runs in the clusters of a region: services, their tasks, and tasks of their own. A task needs a host in its
/// cluster that is neither draining nor gone; which one it is on is not told. To be asked and changed under the
/// agenda's lock.
public final class Workloads {
    private static final int SECONDS_TO_STOP = 2;

    private final Clusters clusters;
    private final Agenda agenda;
    private final Ids ids;
    private final Map<String, Map<String, ServiceWork>> services = new LinkedHashMap<>();
    private final Map<String, List<Task>> tasks = new LinkedHashMap<>();

    /// A service.
    ///
    /// @param definition the task definition that was named, whatever it is
    public record ServiceWork(String name, String definition, int desired, Instant created) {}

    /// A task that runs.
    ///
    /// @param id 32 hexadecimal digits
    /// @param service of which it is, if of any
    public record Task(String id, String definition, Optional<String> service, Instant started) {}

    Workloads(Clusters clusters, Agenda agenda, Ids ids) {
        this.clusters = clusters;
        this.agenda = agenda;
        this.ids = ids;
    }

    /// The services of a cluster, oldest first.
    public List<ServiceWork> services(String cluster) {
        return List.copyOf(services.getOrDefault(cluster, Map.of()).values());
    }

    public Optional<ServiceWork> service(String cluster, String name) {
        return Optional.ofNullable(services.getOrDefault(cluster, Map.of()).get(name));
    }

    /// Makes a service, or changes the one of its name.
    public ServiceWork put(String cluster, String name, String definition, int desired) {
        var service = new ServiceWork(
                name,
                definition,
                desired,
                service(cluster, name).map(ServiceWork::created).orElseGet(agenda::now));
        services.computeIfAbsent(cluster, _ -> new LinkedHashMap<>()).put(name, service);
        return service;
    }

    /// Removes a service; its tasks end.
    public void remove(String cluster, String name) {
        services.getOrDefault(cluster, new LinkedHashMap<>()).remove(name);
    }

    /// The tasks that run in a cluster, as its hosts and its services now allow.
    public List<Task> tasks(String cluster) {
        settle(cluster);
        return List.copyOf(tasks.getOrDefault(cluster, List.of()));
    }

    /// How many tasks services want beyond those that run.
    public int pending(String cluster) {
        var wanted = services(cluster).stream().mapToInt(ServiceWork::desired).sum();
        var running = tasks(cluster).stream()
                .filter(task -> task.service().isPresent())
                .count();
        return (int) Math.max(0, wanted - running);
    }

    /// Runs a task of its own.
    public Task run(String cluster, String definition) {
        var task = task(definition, Optional.empty());
        tasks.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(task);
        return task;
    }

    /// Has a task end, soon. Another one takes the place of a service's.
    public void stop(String cluster, String id) {
        agenda.after(
                SECONDS_TO_STOP,
                () -> tasks.getOrDefault(cluster, new ArrayList<>())
                        .removeIf(task -> task.id().equals(id)));
    }

    /// Whether there is a host that takes tasks.
    public boolean hasRoom(String cluster) {
        return clusters.in(cluster).stream().anyMatch(host -> !host.isDraining());
    }

    private void settle(String cluster) {
        var running = tasks.computeIfAbsent(cluster, _ -> new ArrayList<>());
        if (clusters.in(cluster).isEmpty()) {
            running.clear();
            return;
        }
        running.removeIf(task ->
                task.service().filter(name -> service(cluster, name).isEmpty()).isPresent());
        for (var service : services(cluster)) {
            var its = running.stream()
                    .filter(task -> task.service().equals(Optional.of(service.name())))
                    .toList();
            its.stream().skip(service.desired()).forEach(running::remove);
            for (var missing = service.desired() - its.size(); missing > 0 && hasRoom(cluster); missing--) {
                running.add(task(service.definition(), Optional.of(service.name())));
            }
        }
    }

    private Task task(String definition, Optional<String> service) {
        return new Task(UUID.fromString(ids.uuid()).toString().replace("-", ""), definition, service, agenda.now());
    }
}
