package dev.ecswizard.deploy;

/// The ids of the events that a reading has come by. In tables of numbers, as [Picked] is.
final class ReadIds {
    private final Picked picked = new Picked();
    /// By hash, the index and 1 more, or 0.
    private int[] slots = new int[256];

    boolean has(EventChunk chunk, int row) {
        return slots[slot(chunk, row)] != 0;
    }

    /// @return whether it was not there
    boolean add(EventChunk chunk, int row) {
        var slot = slot(chunk, row);
        if (slots[slot] != 0) {
            return false;
        }
        picked.add(chunk, row);
        slots[slot] = picked.size();
        if (picked.size() * 2 > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (var i = 0; i < picked.size(); i++) {
            slots[slot(picked.chunk(i), picked.row(i))] = i + 1;
        }
    }

    private int slot(EventChunk chunk, int row) {
        var hash = chunk.idHash(row) * 0x9E3779B9;
        var slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, chunk, row)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(int index, EventChunk chunk, int row) {
        return picked.chunk(index).hasSameId(picked.row(index), chunk, row);
    }
}
