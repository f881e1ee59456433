package dev.ecswizard.preflight;

import dev.ecswizard.cloud.Asked;
import dev.ecswizard.cloud.Asked.Answered;
import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Cloud;
import dev.ecswizard.cloud.CloudProblem;
import dev.ecswizard.cloud.InstanceType;
import dev.ecswizard.cloud.LaunchImage;
import dev.ecswizard.cloud.Rights;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.preflight.Facts.Simulated;
import dev.ecswizard.spec.ClusterSpec;
import dev.ecswizard.spec.ImageSource;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Template;
import dev.ecswizard.template.TemplateRefused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads of an account what the checks need, all parts side by side. It changes nothing.
public final class Survey {
    private final Cloud cloud;
    private final ClusterSpec spec;
    private final Optional<String> changed;
    private final Inquiry inquiry;

    private Survey(Cloud cloud, ClusterSpec spec, Optional<String> changed, Inquiry inquiry) {
        this.cloud = cloud;
        this.spec = spec;
        this.changed = changed;
        this.inquiry = inquiry;
    }

    /// Reads everything. Blocks; ends early when its thread is interrupted. At most 40 calls, four one after the other;
    /// one more for every further page of an account that has much of something.
    ///
    /// @throws CloudProblem of kind CANCELLED only
    public static Facts of(Cloud cloud, ClusterSpec spec, InstantSource clock) {
        return of(cloud, spec, Optional.empty(), clock);
    }

    /// The same for choices that a stack is to become.
    ///
    /// @param changed its id; nothing where one is made
    public static Facts of(Cloud cloud, ClusterSpec spec, Optional<String> changed, InstantSource clock) {
        return Inquiry.of(inquiry -> new Survey(cloud, spec, changed, inquiry).read(clock));
    }

    private <T> Future<Asked<T>> ask(Supplier<T> question) {
        return inquiry.ask(question);
    }

    private static <T> T wait(Future<T> answer) {
        return Inquiry.wait(answer);
    }

    /// @throws CloudProblem in place of the answer that there is none
    private static <T> T answer(Future<Asked<T>> asked) {
        return switch (wait(asked)) {
            case Asked.Answered(var answer) -> answer;
            case Asked.Unanswered(var problem) -> throw problem;
        };
    }

    private Facts read(InstantSource clock) {
        var region = spec.region();
        var name = spec.cluster().stackName();
        var recipe = spec.cluster().recipe();
        var supply = cloud.supply(region);
        var template = template();

        var zones = ask(() -> supply.zones(Sizes.types(spec)));
        var types = ask(() -> cloud.catalog(region).instanceTypes(offered(wait(zones))));
        var used = ask(this::used);
        var quotas = new LinkedHashMap<String, Future<Asked<Integer>>>();
        codes().forEach(code -> quotas.put(code, ask(() -> supply.quota(code))));
        var image = ask(this::image);
        var keys = spec.compute()
                .keyName()
                .map(_ -> ask(() -> cloud.catalog(region).keyPairs()));
        var stack = ask(() -> cloud.stacks(region).find(name));
        var cluster = recipe == Recipe.PRODUCTION
                ? Optional.<Future<Asked<Optional<String>>>>empty()
                : Optional.of(ask(() -> cloud.clusters(region).status(name)));
        var role = recipe.roleName(name, region).map(wanted -> ask(() -> role(wanted)));
        var own = changed.map(id -> ask(() -> cloud.stacks(region).resources(id)));
        var caller = ask(cloud::caller);
        var rights = ask(() -> simulated(answer(caller)));
        var validation = template.template()
                .map(made -> ask(() -> Optional.of(cloud.stacks(region).validate(made.yaml()))));
        var around = inquiry.start(
                () -> Surroundings.of(cloud, region, spec.network().vpcId()));

        var standIns = ask(() -> standIns(answer(zones), wait(around)));

        var limits = new HashMap<String, Asked<Integer>>();
        quotas.forEach((code, asked) -> limits.put(code, wait(asked)));
        return new Facts(
                wait(around),
                wait(caller),
                wait(zones),
                wait(types),
                wait(standIns),
                wait(used),
                limits,
                wait(image),
                keys.map(Survey::wait).orElse(new Answered<>(List.of())),
                wait(stack),
                cluster.map(Survey::wait).orElse(new Answered<>(Optional.empty())),
                role.map(Survey::wait).orElse(new Answered<>(Optional.empty())),
                own.map(asked -> new Facts.Own(changed.orElseThrow(), wait(asked))),
                wait(rights),
                validation.map(Survey::wait).orElse(new Answered<>(Optional.empty())),
                template.refusal(),
                clock.instant());
    }

    private record Made(Optional<Template> template, Optional<String> refusal) {}

    private Made template() {
        try {
            return new Made(Optional.of(Template.of(spec)), Optional.empty());
        } catch (TemplateRefused refused) {
            return new Made(Optional.empty(), Optional.of(refused.getMessage()));
        }
    }

    /// Types of the same size as the first choice that all chosen zones offer, where they do not all offer that one.
    private List<InstanceType> standIns(Map<String, Set<String>> zones, Surroundings around) {
        if (!(around.subnets() instanceof Answered<List<Subnet>>(var subnets))) {
            return List.of();
        }
        var places = subnets.stream()
                .filter(subnet -> spec.network().subnets().contains(subnet.id()))
                .map(Subnet::zone)
                .collect(Collectors.toSet());
        var type = spec.compute().instanceType();
        if (places.isEmpty() || zones.getOrDefault(type, Set.of()).containsAll(places)) {
            return List.of();
        }
        var region = spec.region();
        var names = cloud.supply(region).alike("*" + type.substring(type.indexOf('.')), places).stream()
                .filter(name -> StandIns.isCandidate(name, spec))
                .toList();
        return names.isEmpty() ? List.of() : cloud.catalog(region).instanceTypes(names);
    }

    /// EC2 refuses a question that names one type too many.
    private List<String> offered(Asked<Map<String, Set<String>>> zones) {
        return switch (zones) {
            case Asked.Answered(var found) ->
                Sizes.types(spec).stream()
                        .filter(type -> !found.getOrDefault(type, Set.of()).isEmpty())
                        .toList();
            case Asked.Unanswered(var problem) -> throw problem;
        };
    }

    private Set<String> codes() {
        var sizes = Sizes.of(spec);
        var codes = new TreeSet<String>();
        for (var type : Sizes.types(spec)) {
            if (sizes.onDemand() > 0) {
                VcpuQuota.code(type, false).ifPresent(codes::add);
            }
            if (sizes.most() > sizes.onDemand()) {
                VcpuQuota.code(type, true).ifPresent(codes::add);
            }
        }
        return codes;
    }

    private Map<String, Integer> used() {
        var running = cloud.supply(spec.region()).running();
        var names = new TreeSet<>(running.onDemand().keySet());
        names.addAll(running.spot().keySet());
        var sizes = names.isEmpty()
                ? Map.<String, Integer>of()
                : cloud.catalog(spec.region()).instanceTypes(names).stream()
                        .collect(Collectors.toMap(InstanceType::name, InstanceType::vcpus));
        names.removeAll(sizes.keySet());
        if (!names.isEmpty()) {
            throw new CloudProblem(
                    CloudProblem.Kind.REFUSED,
                    "ec2:DescribeInstanceTypes",
                    "",
                    Words.of("survey.undescribed", String.join(", ", names)),
                    "",
                    null);
        }
        var used = new TreeMap<String, Integer>();
        running.onDemand().forEach((type, count) -> add(used, VcpuQuota.code(type, false), sizes.get(type) * count));
        running.spot().forEach((type, count) -> add(used, VcpuQuota.code(type, true), sizes.get(type) * count));
        return used;
    }

    private static void add(Map<String, Integer> used, Optional<String> code, int vcpus) {
        code.ifPresent(each -> used.merge(each, vcpus, Integer::sum));
    }

    private Optional<LaunchImage> image() {
        var supply = cloud.supply(spec.region());
        var compute = spec.compute();
        return supply.image(
                compute.imageSource() == ImageSource.SSM
                        ? supply.recommendedImage(compute.architecture())
                        : compute.images().get(spec.region()));
    }

    /// IAM keeps names apart by their letters and not by their case, and may find a role only by the case that it has.
    private Optional<String> role(String wanted) {
        var names = ask(() -> cloud.rights().roleNames());
        if (cloud.rights().role(wanted).isPresent()) {
            return Optional.of(wanted);
        }
        return switch (wait(names)) {
            case Asked.Answered(var all) ->
                all.stream().filter(wanted::equalsIgnoreCase).findFirst();
            case Asked.Unanswered(var problem) -> throw problem;
        };
    }

    private Simulated simulated(Caller caller) {
        if (caller.arn().endsWith(":root")) {
            return new Simulated(Simulated.Who.ROOT, Map.of());
        }
        var principal = principal(caller);
        if (principal.isEmpty()) {
            return new Simulated(Simulated.Who.OTHER, Map.of());
        }
        var questions = new ArrayList<Future<Asked<Map<String, Rights.Decision>>>>();
        for (var needed : NeededRights.of(spec, caller)) {
            questions.add(ask(() ->
                    cloud.rights().simulate(principal.get(), needed.actions(), needed.resource(), needed.context())));
        }
        var decisions = new TreeMap<String, Rights.Decision>();
        for (var question : questions) {
            switch (wait(question)) {
                case Asked.Answered(var some) -> decisions.putAll(some);
                case Asked.Unanswered(var problem) -> throw problem;
            }
        }
        return new Simulated(Simulated.Who.USER_OR_ROLE, decisions);
    }

    /// A session of a role does not say the role's path.
    private Optional<String> principal(Caller caller) {
        var parts = caller.arn().split("[:/]");
        if (caller.arn().contains(":assumed-role/")) {
            return cloud.rights().role(parts[6]);
        }
        return Optional.of(caller.arn()).filter(arn -> arn.contains(":iam:") && arn.contains(":user/"));
    }
}
