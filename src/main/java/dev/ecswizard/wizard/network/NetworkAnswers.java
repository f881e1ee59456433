package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Subnet;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.Rule;
import dev.ecswizard.spec.Violation;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Load;
import dev.ecswizard.wizard.FileHold;
import dev.ecswizard.wizard.Refusals;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;

/// Answers the network page's questions from elsewhere, and remembers what its answers were.
final class NetworkAnswers {
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final NetworkModel model;
    private final ObjectProperty<Optional<String>> vpcId;
    private final ObjectProperty<List<String>> subnets;
    private final ObjectProperty<Optional<String>> group;
    private final Set<String> held;
    private final FileHold hold;
    private final Refusals refusals = new Refusals();
    private int losses;

    /// The properties are the model's own.
    ///
    /// @param held what an opened file vouches for
    NetworkAnswers(
            NetworkModel model,
            ObjectProperty<Optional<String>> vpcId,
            ObjectProperty<List<String>> subnets,
            ObjectProperty<Optional<String>> group,
            Set<String> held,
            FileHold hold) {
        this.model = model;
        this.vpcId = vpcId;
        this.subnets = subnets;
        this.group = group;
        this.held = held;
        this.hold = hold;
        refusals.follow(Question.VPC_ID, vpcId);
        refusals.follow(Question.SUBNETS, subnets);
        refusals.follow(Question.SOURCE_SECURITY_GROUP, group);
    }

    Refusals refusals() {
        return refusals;
    }

    /// Notes that an answer was lost without anybody having given another.
    void lost() {
        losses++;
    }

    /// See [dev.ecswizard.wizard.PageModel#keep].
    Runnable keep() {
        var back = keepAll();
        var before = losses;
        return () -> {
            if (losses > before) {
                back.run();
            }
        };
    }

    /// See [dev.ecswizard.wizard.PageModel#answer].
    Optional<Runnable> take(Question question, List<String> values) {
        var undo = switch (question) {
            case VPC_ID -> vpc(values);
            case SUBNETS -> subnets(values);
            case SOURCE_SECURITY_GROUP -> group(values);
            case ASSIGN_PUBLIC_IP -> addresses(values);
            default -> throw new IllegalArgumentException("does not ask " + question);
        };
        undo.ifPresent(_ -> refusals.clear(question));
        return undo;
    }

    private Optional<Runnable> vpc(List<String> values) {
        var id = String.join(" ", values);
        var broken = Rule.VPC_ID.check(id);
        if (broken.isPresent()) {
            return refusals.refuse(Question.VPC_ID, values, broken.get());
        }
        if (lacks(model.inventory().vpcs(), Vpc::id, List.of(id))) {
            return refusals.refuseUnlisted(Question.VPC_ID, values);
        }
        var back = keepAll();
        model.chooseVpc(id);
        return Optional.of(back);
    }

    private Optional<Runnable> subnets(List<String> values) {
        var broken = check(values);
        if (broken.isPresent()) {
            return refusals.refuse(Question.SUBNETS, values, broken.get());
        }
        if (lacks(model.inventory().subnets(), Subnet::id, values)) {
            return refusals.refuseUnlisted(Question.SUBNETS, values);
        }
        var before = subnets.get();
        var suggestion = model.keepSuggestion();
        var back = unlessInAnotherVpc(vouchedFor(before), () -> {
            suggestion.run();
            subnets.set(before);
        });
        model.touch();
        subnets.set(List.copyOf(values));
        return Optional.of(back);
    }

    private static Optional<Violation> check(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.of(Rule.SUBNETS.brokenBy(""));
        }
        var seen = new HashSet<String>();
        return ids.stream()
                .flatMap(id -> Rule.SUBNET_ID.check(id).stream())
                .findFirst()
                .or(() -> ids.stream().filter(id -> !seen.add(id)).findFirst().map(Rule.SUBNET_TWICE::brokenBy));
    }

    private Optional<Runnable> group(List<String> values) {
        var id = String.join(" ", values);
        var broken = Rule.SOURCE_SECURITY_GROUP.check(id);
        if (broken.isPresent()) {
            return refusals.refuse(Question.SOURCE_SECURITY_GROUP, values, broken.get());
        }
        if (lacks(model.inventory().groups(), SecurityGroup::id, List.of(id))) {
            return refusals.refuseUnlisted(Question.SOURCE_SECURITY_GROUP, values);
        }
        var before = group.get();
        var back = unlessInAnotherVpc(vouchedFor(before.stream().toList()), () -> group.set(before));
        model.chooseSourceSecurityGroup(id);
        return Optional.of(back);
    }

    private Optional<Runnable> addresses(List<String> values) {
        var given = String.join(" ", values);
        if (!values.isEmpty() && !BOOLEANS.contains(given)) {
            return refusals.refuse(Question.ASSIGN_PUBLIC_IP, values, Rule.ASSIGN_PUBLIC_IP.brokenBy(given));
        }
        var back = model.addresses().keep();
        model.addresses().choose(values.isEmpty() ? Optional.empty() : Optional.of(Boolean.valueOf(given)));
        return Optional.of(back);
    }

    /// Whether a list is there, and one of them neither in it nor vouched for by an opened file.
    private <T> boolean lacks(Load<List<T>> load, Function<T, String> id, Collection<String> wanted) {
        return load.value()
                .getValue()
                .filter(there -> !there.stream().map(id).toList().containsAll(wanted) && !held.containsAll(wanted))
                .isPresent();
    }

    private Set<String> vouchedFor(List<String> ids) {
        var vouched = new HashSet<>(ids);
        vouched.retainAll(held);
        return vouched;
    }

    /// What was chosen in one VPC is nothing in another.
    private Runnable unlessInAnotherVpc(Set<String> vouched, Runnable back) {
        var where = vpcId.get();
        return () -> {
            if (vpcId.get().equals(where)) {
                held.addAll(vouched);
                back.run();
            }
        };
    }

    private Runnable keepAll() {
        var where = vpcId.get();
        var these = subnets.get();
        var source = group.get();
        var vouched = Set.copyOf(held);
        var holding = hold.keep();
        var suggestion = model.keepSuggestion();
        var addresses = model.addresses().keep();
        return () -> {
            holding.run();
            suggestion.run();
            held.clear();
            held.addAll(vouched);
            subnets.set(these);
            group.set(source);
            vpcId.set(where);
            addresses.run();
            model.update();
        };
    }
}
