// Reading published rows.

const HOUR = 3_600_000;

/** The published rows that a query names; throws if the gateway does not answer. */
export async function readRows(query) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    parameters.set(name, Array.isArray(value) ? value.join(',') : value);
  }
  const answer = await fetch(`/api/v1/measurements?${parameters}`);
  if (!answer.ok) {
    throw new Error(`the gateway answered ${answer.status}`);
  }
  return (await answer.json()).measurements;
}

export function iso(millis) {
  return new Date(millis).toISOString();
}

/**
 * All hours of the store as a whole, from now's business day on for a day. No metric is named: one that this gateway does not
 * know would be refused, one that has no rows is simply absent.
 */
export function hourRows(figures) {
  const first = figures.hours[0]?.start ?? figures.at;
  const from = Math.min(Date.parse(first), Date.parse(figures.at));
  return readRows({ scope: 'store', grain: 'hour', from: iso(from), to: iso(from + 25 * HOUR) });
}
