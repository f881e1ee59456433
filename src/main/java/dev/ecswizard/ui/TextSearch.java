package dev.ecswizard.ui;

import java.util.ArrayList;
import java.util.List;

/// The places of a text at which a query stands, letter case apart, and the one that is looked at.
///
/// @param places offsets in UTF-16 units, in order and without overlap
/// @param current an index into `places`, or -1 while there is none
record TextSearch(List<Integer> places, int length, int current) {
    static final TextSearch NONE = new TextSearch(List.of(), 0, -1);

    TextSearch {
        places = List.copyOf(places);
    }

    /// Begins at the first place at or behind an offset, or at the first of all where none follows.
    static TextSearch of(String text, String query, int from) {
        if (query.isEmpty()) {
            return NONE;
        }
        var places = new ArrayList<Integer>();
        var at = 0;
        while (at <= text.length() - query.length()) {
            if (text.regionMatches(true, at, query, 0, query.length())) {
                places.add(at);
                at += query.length();
            } else {
                at++;
            }
        }
        if (places.isEmpty()) {
            return NONE;
        }
        var current = 0;
        while (current < places.size() && places.get(current) < from) {
            current++;
        }
        return new TextSearch(places, query.length(), current % places.size());
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// The place after this one, or before it; goes round at either end.
    TextSearch step(int by) {
        return isEmpty() ? this : new TextSearch(places, length, Math.floorMod(current + by, places.size()));
    }

    /// Where the place that is looked at begins.
    int start() {
        return places.get(current);
    }
}
