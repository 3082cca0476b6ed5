package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutationTest {
    private static final int EACH = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {"example", "full"})
    void whateverIsChangedTheAnswerIsAConfigurationOrItsProblems(String sample) {
        String text = Samples.text(sample);
        int valid = 0;
        int invalid = 0;
        for (int seed = 0; seed < EACH; seed++) {
            String changed = new Mutations(seed).mutate(text);
            switch (Samples.read(changed)) {
                case LoadResult.Loaded loaded -> {
                    assertThat(loaded.text()).isEqualTo(changed);
                    valid++;
                }
                case LoadResult.Invalid refused -> {
                    assertThat(refused.problems())
                            .as("seed %d", seed)
                            .isNotEmpty()
                            .allSatisfy(problem -> {
                                assertThat(problem.rule()).isNotBlank();
                                assertThat(problem.toString()).hasLineCount(1).hasSizeLessThan(3000);
                                assertThat(problem.line()).isBetween(0, changed.split("\n", -1).length + 1);
                            });
                    invalid++;
                }
            }
        }
        assertThat(valid).as("changes that do no harm").isGreaterThan(EACH / 50);
        assertThat(invalid).as("changes that do").isGreaterThan(EACH / 5);
    }
}
