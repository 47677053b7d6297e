// AWS Signature V4 as npm aws4 makes it.
import aws4 from 'aws4';
import { accessKey, exchange, secret } from './exchange.mjs';

await exchange(async ({ method, url, headers, body }) => {
  const { host, pathname, search } = new URL(url);
  const options = { method, host, path: pathname + search, headers, body, service: 'exchange', region: 'haiduong' };
  const signed = aws4.sign(options, { accessKeyId: accessKey, secretAccessKey: secret }).headers;
  // The client that sends sets it from the address, which is the same.
  delete signed.Host;
  return signed;
});
