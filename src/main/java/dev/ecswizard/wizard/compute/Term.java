package dev.ecswizard.wizard.compute;

import dev.ecswizard.cloud.InstanceType;
import java.util.function.Predicate;

/// One thing that a person asks of a type.
sealed interface Term extends Predicate<InstanceType> {
    /// It has so many of something.
    record Amount(Quantity quantity, Range range) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return range.holds(quantity.of(type));
        }
    }

    /// Its network has at most so many gigabits a second and less for long, as EC2 says "Up to 10 Gigabit".
    record Peak(double gigabits) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return type.networkPerformance().startsWith("Up to") && Quantity.NETWORK.of(type) == gigabits;
        }
    }

    /// A number of which nobody said what it counts: so many processors, so much memory, or a part of the name.
    record Plain(double number, String digits) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return type.vcpus() == number
                    || Quantity.MEMORY.of(type) == number
                    || type.name().contains(digits);
        }
    }

    /// It is something, or is not.
    record Is(Feature feature, boolean wanted) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return feature.isOf(type) == wanted;
        }
    }

    /// Its size is exactly this.
    record Size(String size) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return type.size().equals(size);
        }
    }

    /// Its name begins with something, or holds it.
    record Name(String part, boolean isBeginning) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return isBeginning ? type.name().startsWith(part) : type.name().contains(part);
        }
    }

    /// Its name holds what the name of no type holds.
    record NoName(String part) implements Term {
        @Override
        public boolean test(InstanceType type) {
            return false;
        }
    }
}
