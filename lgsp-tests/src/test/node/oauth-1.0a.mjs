// OAuth 1.0a (RFC 5849), two-legged, as npm oauth-1.0a makes it.
import { createHash, createHmac, createSign } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { accessKey, algorithm, exchange, secret } from './exchange.mjs';

const hmac = (hash) => (text, key) => createHmac(hash, key).update(text).digest('base64');
const [method, hash, sign] = {
  'hmac-sha1': ['HMAC-SHA1', 'sha1', hmac('sha1')],
  'hmac-sha256': ['HMAC-SHA256', 'sha256', hmac('sha256')],
  'rsa-v1_5-sha256': ['RSA-SHA256', 'sha256', (text) => createSign('sha256').update(text).sign(secret, 'base64')],
  'rsa-v1_5-sha1': ['RSA-SHA1', 'sha1', (text) => createSign('sha1').update(text).sign(secret, 'base64')],
}[algorithm];
const oauth = new OAuth({
  consumer: { key: accessKey, secret },
  signature_method: method,
  hash_function: sign,
  body_hash_function: (body) => createHash(hash).update(body).digest('base64'),
});

await exchange(async ({ method, url, headers, body, withoutBodyHash }) => {
  const form = body !== undefined && headers['Content-Type'] === 'application/x-www-form-urlencoded';
  const data = form ? Object.fromEntries(new URLSearchParams(body)) : body;
  const includeBodyHash = body !== undefined && !form && !withoutBodyHash;
  const authorized = oauth.authorize({ method, url, data: includeBodyHash || form ? data : undefined, includeBodyHash });
  return { ...headers, ...oauth.toHeader(authorized) };
});
