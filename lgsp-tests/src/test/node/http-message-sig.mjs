// RFC 9421 as npm http-message-sig makes it; it signs Ed25519 and RSA-PSS itself and takes a function for the others.
import { constants, createHmac, createPrivateKey, randomUUID, sign as nodeSign, webcrypto as crypto } from 'node:crypto';
import { appendSignature, createSignature, webcrypto } from 'http-message-sig';
import { accessKey, algorithm, contentDigest, exchange, secret } from './exchange.mjs';

// Node 18 has it, but not by this name.
globalThis.crypto ??= crypto;

async function imported(parameters) {
  const der = createPrivateKey(secret).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.signer(await crypto.subtle.importKey('pkcs8', der, parameters, false, ['sign']));
}

const signers = {
  'hmac-sha256': async () => ({
    algorithm, sign: (data) => createHmac('sha256', secret).update(data).digest(),
  }),
  'rsa-v1_5-sha256': async () => ({
    algorithm, sign: (data) => nodeSign('sha256', data, { key: secret, padding: constants.RSA_PKCS1_PADDING }),
  }),
  'ecdsa-p256-sha256': async () => ({
    algorithm, sign: (data) => nodeSign('sha256', data, { key: secret, dsaEncoding: 'ieee-p1363' }),
  }),
  'rsa-pss-sha512': () => imported({ name: 'RSA-PSS', hash: 'SHA-512' }),
  ed25519: () => imported({ name: 'Ed25519' }),
};
const signer = await signers[algorithm]();

await exchange(async ({ method, url, headers, body }) => {
  const request = new Request(url, { method, headers, body });
  if (body !== undefined) {
    request.headers.set('Content-Digest', contentDigest(body));
  }
  const names = [...request.headers.keys()];
  const fields = await createSignature(request, {
    label: 'mine',
    components: ['@method', '@authority', '@path', '@query', ...names],
    parameters: {
      created: Math.floor(Date.now() / 1000), keyid: accessKey, alg: signer.algorithm, nonce: randomUUID(), tag: 'lgsp-1',
    },
    signer,
  });
  return appendSignature(request.headers, fields);
});
