// Sending what people enter. What the gateway did not answer may be sent again.

/** `kept` with what it answered, `refused` (no right to), `wrong` (it will never be taken) or `away` (try again). */
export async function send(method, path, token, body = null) {
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: body === null ? undefined : JSON.stringify(body),
    });
    if (answer.ok) {
      return { result: 'kept', answer: answer.status === 204 ? null : await answer.json() };
    }
    return { result: answer.status === 401 || answer.status === 403 ? 'refused' : answer.status >= 500 || answer.status === 429 ? 'away' : 'wrong' };
  } catch {
    return { result: 'away' };
  }
}
