package dev.footfall.gateway.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts by hand and event markers in memory; the sensor sees 19 of 20 people in and knows nothing of those who leave. */
final class FakeNotes implements AuditView, MarkerView {
    private final List<Audit.Judged> audits = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private long lastId;

    @Override
    public synchronized CompletionStage<List<Audit.Judged>> newest() {
        return CompletableFuture.completedFuture(List.copyOf(audits));
    }

    @Override
    public synchronized CompletionStage<Audit.Judged> keep(Audit audit) {
        for (Audit.Judged known : audits) {
            if (known.audit().id().equals(audit.id())) {
                return CompletableFuture.completedFuture(known);
            }
        }
        var judged = new Audit.Judged(audit, ApiServer.NOW, new Audit.Told(audit.in() * 0.95, null, true));
        audits.addFirst(judged);
        return CompletableFuture.completedFuture(judged);
    }

    @Override
    public synchronized CompletionStage<List<Marker>> all() {
        return CompletableFuture.completedFuture(List.copyOf(markers));
    }

    @Override
    public synchronized CompletionStage<Marker> add(String name, LocalDate first, LocalDate last) {
        Marker marker = new Marker(++lastId, name, first, last);
        markers.addFirst(marker);
        return CompletableFuture.completedFuture(marker);
    }

    @Override
    public synchronized CompletionStage<Boolean> remove(long id) {
        return CompletableFuture.completedFuture(markers.removeIf(marker -> marker.id() == id));
    }
}
