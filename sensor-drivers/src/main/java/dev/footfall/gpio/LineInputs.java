package dev.footfall.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lines of one sensor as Pi4J inputs, all in one request so that the kernel keeps the order of their edges. Pi4J's own
 * provider asks for each line by itself, drops the kernel's times and numbers, and keeps 16 edges.
 */
public final class LineInputs implements AutoCloseable {
    private final Context context;
    private final LineWatch watch;
    private final Map<Integer, LineInput> inputs = new LinkedHashMap<>();

    private LineInputs(Context context, LineWatch watch) {
        this.context = context;
        this.watch = watch;
    }

    /**
     * Opens the lines.
     *
     * @param sink told every edge, on the thread that reads
     * @throws LineProblem if they cannot be had
     */
    public static LineInputs open(LinePort port, LineWish wish, Consumer<EdgeEvent> sink) throws LineProblem {
        LineWatch watch = port.watch(wish);
        try {
            Provider provider = new Provider();
            Context context = Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .disableShutdownHook()
                    .add(provider)
                    .build();
            LineInputs inputs = new LineInputs(context, watch);
            for (int line : wish.lines()) {
                inputs.add(provider, line, wish.consumer(), sink);
            }
            return inputs;
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        } catch (LineProblem e) {
            watch.close();
            throw e;
        }
    }

    private void add(Provider provider, int line, String consumer, Consumer<EdgeEvent> sink) throws LineProblem {
        provider.found = watch.isHigh(line) ? DigitalState.HIGH : DigitalState.LOW;
        DigitalInputConfig config = DigitalInput.newConfigBuilder(context)
                .id(consumer + "-" + line)
                .bcm(line)
                .build();
        LineInput input = (LineInput) provider.create(config);
        input.addListener(event -> {
            if (event instanceof EdgeEvent edge) {
                sink.accept(edge);
            }
        });
        inputs.put(line, input);
    }

    /** The level found or last seen, for each line in order. */
    public List<DigitalInput> list() {
        return List.copyOf(inputs.values());
    }

    /**
     * Waits for edges and dispatches them.
     *
     * @return how many there were; 0 if none came in time
     */
    public int read(int waitMillis) throws LineProblem {
        return watch.read(waitMillis, edge -> {
            LineInput input = inputs.get(edge.line());
            if (input != null) {
                input.took(edge);
            }
        });
    }

    @Override
    public void close() {
        context.shutdown();
        watch.close();
    }

    /** Our provider: what it creates is fed by the watch. */
    private static final class Provider extends DigitalInputProviderBase {
        private DigitalState found = DigitalState.UNKNOWN;

        Provider() {
            super("footfall-lines", "GPIO character device, version 2");
        }

        @Override
        public DigitalInput create(DigitalInputConfig config) {
            LineInput input = new LineInput(this, config, found);
            context.registry().add(input);
            return input;
        }
    }
}
