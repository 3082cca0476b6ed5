package dev.footfall.metrics.space;

import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.store.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * Person-microseconds per cell and quarter. Who is outside the plan is counted in the nearest cell, so that the sum over
 * cells is the total.
 */
final class HeatMap {
    private static final double CELL_M = 0.5;
    /** Larger plans get larger cells, so that a day of quarters stays below 8 MB. */
    private static final int MOST_CELLS = 10_000;

    private final DaySeconds day;
    private final double cellM;
    private final int columns;
    private final int rows;
    private final long[] @Nullable [] quarters;
    private final Shares cuts = new Shares();

    HeatMap(DaySeconds day, double widthM, double heightM) {
        this.day = day;
        double cell = CELL_M;
        while (Math.ceil(widthM / cell) * Math.ceil(heightM / cell) > MOST_CELLS) {
            cell *= 2;
        }
        this.cellM = cell;
        this.columns = (int) Math.ceil(widthM / cell);
        this.rows = (int) Math.ceil(heightM / cell);
        this.quarters = new long[day.quarters()][];
    }

    /** The heat map of the floor plan or, if there is none, of the space that zones and lines take up. */
    static HeatMap of(StoreConfig config, DaySeconds day) {
        StoreConfig.FloorPlan plan = config.floorPlan();
        if (plan != null) {
            return new HeatMap(day, plan.widthM(), plan.heightM());
        }
        double width = 0;
        double height = 0;
        for (StoreConfig.Zone zone : config.zones()) {
            Polygon polygon = new Polygon(zone.polygon());
            width = Math.max(width, polygon.maxX());
            height = Math.max(height, polygon.maxY());
        }
        for (StoreConfig.Line line : config.lines()) {
            width = Math.max(width, Math.max(line.from().x(), line.to().x()));
            height = Math.max(height, Math.max(line.from().y(), line.to().y()));
        }
        return new HeatMap(day, width, height);
    }

    void add(Move move) {
        if (columns == 0 || rows == 0) {
            return;
        }
        cuts.clear();
        cutGrid(move.x0(), move.x1(), columns);
        cutGrid(move.y0(), move.y1(), rows);
        long border = Math.ceilDiv(move.from() + 1, QuarterSums.QUARTER_MICROS) * QuarterSums.QUARTER_MICROS;
        if (border < move.to()) {
            cuts.add((border - move.from()) / (double) (move.to() - move.from()));
        }
        cuts.sort();
        for (int i = 0; i < cuts.parts(); i++) {
            long micros = move.at(cuts.get(i + 1)) - move.at(cuts.get(i));
            if (micros > 0) {
                double middle = (cuts.get(i) + cuts.get(i + 1)) / 2;
                quarter(move.at(cuts.get(i)))[cell(move.x(middle), move.y(middle))] += micros;
            }
        }
    }

    private void cutGrid(double from, double to, int cells) {
        int first = Math.max(1, (int) Math.ceil(Math.min(from, to) / cellM));
        int last = Math.min(cells - 1, (int) Math.floor(Math.max(from, to) / cellM));
        for (int line = first; line <= last; line++) {
            cuts.add((line * cellM - from) / (to - from));
        }
    }

    private int cell(double x, double y) {
        int column = Math.max(0, Math.min(columns - 1, (int) Math.floor(x / cellM)));
        int row = Math.max(0, Math.min(rows - 1, (int) Math.floor(y / cellM)));
        return row * columns + column;
    }

    private long[] quarter(long micros) {
        int index = day.secondOf(micros / 1000) / DaySeconds.QUARTER;
        long[] cells = quarters[index];
        if (cells == null) {
            cells = new long[columns * rows];
            quarters[index] = cells;
        }
        return cells;
    }

    /** Person-seconds per cell over the quarters of the seconds [from, to). */
    HeatSeconds over(int from, int to) {
        long[] total = new long[columns * rows];
        for (int quarter = from / DaySeconds.QUARTER; quarter * DaySeconds.QUARTER < to; quarter++) {
            long[] cells = quarters[quarter];
            if (cells != null) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += cells[i];
                }
            }
        }
        double[] seconds = new double[total.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = total[i] / 1e6;
        }
        return new HeatSeconds(cellM, columns, rows, seconds);
    }
}
