// AWS Signature V4 as the AWS SDK for JavaScript makes it (npm @smithy/signature-v4).
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { accessKey, exchange, secret } from './exchange.mjs';

const signer = new SignatureV4({
  credentials: { accessKeyId: accessKey, secretAccessKey: secret },
  region: 'haiduong',
  service: 'exchange',
  sha256: Sha256,
});

await exchange(async ({ method, url, headers, body }) => {
  const { protocol, hostname, port, host, pathname, searchParams } = new URL(url);
  const query = {};
  for (const name of searchParams.keys()) {
    query[name] = searchParams.getAll(name);
  }
  const signed = await signer.sign({
    method, protocol, hostname, port: Number(port), path: pathname, query, headers: { ...headers, host }, body,
  });
  // The client that sends sets it from the address, which is the same.
  delete signed.headers.host;
  return signed.headers;
});
