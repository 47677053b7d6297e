// RFC 9421 as npm http-message-signatures makes it.
import { randomUUID } from 'node:crypto';
import { createSigner, httpbis } from 'http-message-signatures';
import { accessKey, algorithm, contentDigest, exchange, secret } from './exchange.mjs';

const key = createSigner(secret, algorithm, accessKey);

await exchange(async (request) => {
  const headers = { ...request.headers };
  if (request.body !== undefined) {
    headers['Content-Digest'] = contentDigest(request.body);
  }
  const signed = await httpbis.signMessage({
    key,
    fields: ['@method', '@target-uri', ...Object.keys(headers).map((name) => name.toLowerCase())],
    params: ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'],
    paramValues: { nonce: randomUUID(), tag: 'lgsp-1' },
  }, { ...request, headers });
  return signed.headers;
});
