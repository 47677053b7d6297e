// What all clients of this directory do around their own way of signing.
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';

export const {
  LGSP_ENDPOINT: endpoint,
  LGSP_ACCESS_KEY: accessKey,
  LGSP_SECRET: secret,
  LGSP_ALGORITHM: algorithm,
} = process.env;

/** The value of Content-Digest (RFC 9530). */
export function contentDigest(body) {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/**
 * Takes the steps from standard input, has each signed, sends it and prints the answer as one line of JSON.
 *
 * @param sign gets the step with the url that it goes to; gives the headers to be sent
 */
export async function exchange(sign) {
  for (const step of JSON.parse(await text(process.stdin))) {
    const request = { ...step, url: endpoint + step.path, headers: { ...step.headers } };
    const headers = new Headers(await sign(request));
    for (const [name, value] of Object.entries(step.headersAfterSigning ?? {})) {
      headers.set(name, value);
    }
    const body = step.bodyAfterSigning ?? step.body;
    for (let time = 0; time < (step.times ?? 1); time++) {
      const answer = await fetch(request.url, { method: step.method, headers, body });
      console.log(JSON.stringify({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      }));
    }
  }
}
