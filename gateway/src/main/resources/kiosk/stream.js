// The line to the gateway. Time is taken from this device's steady clock only: its wall clock may be hours off.

/** Without newer figures for this long, what is on the screen is not live. */
export const SILENCE_MS = 10_000;
const GIVE_UP_MS = 20_000;
const AGAIN_MS = 3_000;

export class LiveStream {
  #source = null;
  #onFigures;
  #heard = null;
  #advanced = null;
  #opened = performance.now();
  #begun = performance.now();
  figures = null;

  constructor(onFigures) {
    this.#onFigures = onFigures;
  }

  open() {
    this.#source?.close();
    this.#opened = performance.now();
    this.#source = new EventSource('/api/v1/live/events');
    this.#source.addEventListener('live', event => this.#take(JSON.parse(event.data)));
  }

  #take(figures) {
    const now = performance.now();
    this.#heard = now;
    if (this.figures === null || figures.at !== this.figures.at) {
      this.#advanced = now;
    }
    this.figures = figures;
    this.#onFigures(figures);
  }

  /** To be called every second: opens the line again where the browser has given up or waits on a dead connection. */
  tick() {
    const now = performance.now();
    const quiet = now - Math.max(this.#heard ?? 0, this.#opened);
    const closed = this.#source !== null && this.#source.readyState === EventSource.CLOSED;
    if ((closed && quiet > AGAIN_MS) || quiet > GIVE_UP_MS) {
      this.open();
    }
  }

  /** Milliseconds since the page first tried. */
  waited() {
    return performance.now() - this.#begun;
  }

  /** Milliseconds since anything was heard; null if nothing ever was. */
  silence() {
    return this.#heard === null ? null : performance.now() - this.#heard;
  }

  /** Milliseconds since the figures last moved on; null if there are none. */
  age() {
    return this.#advanced === null ? null : performance.now() - this.#advanced;
  }

  /** The gateway's clock now, in milliseconds since 1970; null if there are no figures. */
  now() {
    return this.figures === null ? null : Date.parse(this.figures.at) + this.age();
  }

  /** What the line is worth: wait, live, lost (nothing is heard) or still (the figures do not move on). */
  level() {
    if (this.figures === null) {
      return 'wait';
    }
    if (this.silence() > SILENCE_MS) {
      return 'lost';
    }
    return this.age() > SILENCE_MS ? 'still' : 'live';
  }

  /** Seconds since the figures moved on, if they may no longer be taken for live; null while they may. */
  stale() {
    const level = this.level();
    return level === 'live' || level === 'wait' ? null : this.age() / 1000;
  }
}
