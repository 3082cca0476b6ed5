package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StayModelTest {
    private final Random random = new Random(7);
    private final Spans spans = new Spans();
    private final Gaps gaps = new Gaps();
    private double truth;
    private int twice;

    /** A phone that bursts after gaps of exponential length is heard over a stay. */
    private void visit(double stay, double meanGap) {
        double at = meanGap * -Math.log(1 - random.nextDouble());
        double first = at;
        double last = -1;
        for (; at < stay; at += meanGap * -Math.log(1 - random.nextDouble())) {
            if (last >= 0) {
                gaps.add((int) ((at - last) * 1000));
            }
            last = at;
        }
        if (last >= 0) {
            spans.add(last - first);
        }
        if (last - first >= 2) {
            truth += stay;
            twice++;
        }
    }

    @Test
    void whatLiesBeforeTheFirstAndAfterTheLastBurstIsFoundOnAverage() {
        for (int i = 0; i < 4_000; i++) {
            visit(120 + 360 * random.nextDouble(), 40);
        }
        StayModel model = StayModel.of(spans, gaps);

        assertThat(model).isNotNull();
        double sum = 0;
        for (int i = 1; i < Spans.CLASSES; i++) {
            sum += spans.count(i) * model.expected(spans.mean(i));
        }
        assertThat(sum / truth).isCloseTo(1, within(0.05));
        assertThat(model.quantile(spans, 0.5)).isCloseTo(300, within(30.0));
        assertThat(twice).isEqualTo(spans.again());
        assertThat(model.heard(60)).isCloseTo(1 - Math.exp(-60 / 40.0), within(0.06));
    }

    @Test
    void nothingIsSaidOfVisitsThatNobodyHeardTwice() {
        spans.add(0);

        assertThat(StayModel.of(spans, gaps)).isNull();
    }
}
