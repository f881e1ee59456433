package dev.ecswizard.wizard;

import java.util.Optional;

/// How long what an opened file says stands although an account does not know it: until the person goes to another
/// region or, once an account has been asked, to another account.
public final class FileHold {
    private Optional<String> region = Optional.empty();
    private Optional<String> account = Optional.empty();

    /// Begins with a file for a region.
    ///
    /// @param answered where everything has been asked already
    public void open(String fileRegion, Optional<Place> answered) {
        region = Optional.of(fileRegion);
        account = Optional.empty();
        answered.ifPresent(this::asked);
    }

    /// Notes that an account has said what there is.
    public void asked(Place there) {
        if (account.isEmpty() && region.filter(there.region()::equals).isPresent()) {
            account = Optional.of(there.caller().account());
        }
    }

    /// Ends it if the place is not the one that the file is for.
    ///
    /// @return whether it was in force and has ended
    public boolean endsIn(Place now) {
        var isElsewhere = region.filter(its -> !its.equals(now.region())).isPresent()
                || account.filter(its -> !its.equals(now.caller().account())).isPresent();
        if (isElsewhere) {
            region = Optional.empty();
            account = Optional.empty();
        }
        return isElsewhere;
    }

    /// Remembers how it stands.
    ///
    /// @return lets it stand so again
    public Runnable keep() {
        var wasRegion = region;
        var wasAccount = account;
        return () -> {
            region = wasRegion;
            account = wasAccount;
        };
    }

    /// The file's region, while it is in force.
    public Optional<String> region() {
        return region;
    }
}
