// Sending what people enter. What the gateway did not answer may be sent again.
import { send as sendAsVisitor } from './session.js';

/** `kept` with what it answered, `refused` (nobody logged in), `wrong` (it will never be taken) or `away` (try again). */
export async function send(method, path, body) {
  try {
    const answer = await sendAsVisitor(path, { method, body });
    if (answer === null) {
      return { result: 'refused' };
    }
    if (answer.ok) {
      return { result: 'kept', answer: answer.status === 204 ? null : await answer.json() };
    }
    return { result: answer.status >= 500 || answer.status === 429 ? 'away' : 'wrong' };
  } catch {
    return { result: 'away' };
  }
}

/** The words for what was not kept. */
export function whyNot(result) {
  return result === 'refused' ? 'login.needed' : 'exceptions.form.failed';
}
