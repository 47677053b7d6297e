// Tickets (RFC 6749, 7523, 7662, 7009, 8414, 8707, 9701) as npm openid-client asks for them and has them judged.
import { createPrivateKey } from 'node:crypto';
import { text } from 'node:stream/consumers';
import * as client from 'openid-client';
import { accessKey, algorithm, endpoint, secret } from './exchange.mjs';

const ALGORITHMS = {
  'rsa-v1_5-sha256': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'rsa-pss-sha512': { name: 'RSA-PSS', hash: 'SHA-256' },
  'ecdsa-p256-sha256': { name: 'ECDSA', namedCurve: 'P-256' },
  ed25519: { name: 'Ed25519' },
};

async function authentication() {
  if (algorithm === 'hmac-sha256') {
    return client.ClientSecretJwt(secret);
  }
  const der = createPrivateKey(secret).export({ type: 'pkcs8', format: 'der' });
  return client.PrivateKeyJwt(await crypto.subtle.importKey('pkcs8', der, ALGORITHMS[algorithm], false, ['sign']));
}

async function configured(metadata) {
  return client.discovery(new URL(endpoint), accessKey, metadata, await authentication(), {
    algorithm: 'oauth2',
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });
}

const signed = await configured({ introspection_signed_response_alg: 'RS256' });
const plain = await configured({});

const acts = {
  token: ({ parameters }) => client.clientCredentialsGrant(signed, parameters),
  introspect: ({ ticket, parameters }) => client.tokenIntrospection(signed, ticket, parameters),
  introspectPlain: ({ ticket, parameters }) => client.tokenIntrospection(plain, ticket, parameters),
  revoke: async ({ ticket }) => (await client.tokenRevocation(signed, ticket)) ?? {},
};

for (const step of JSON.parse(await text(process.stdin))) {
  try {
    console.log(JSON.stringify(await acts[step.act](step)));
  } catch (refusal) {
    if (refusal.error === undefined) {
      throw refusal;
    }
    console.log(JSON.stringify({ refused: refusal.error, status: refusal.status }));
  }
}
