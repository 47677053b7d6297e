// Uploads that are taken up again as npm tus-js-client makes them.
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Upload } from 'tus-js-client';

const task = JSON.parse(await text(process.stdin));
const requests = [];

/** Uploads; gives the upload up once more than so many bytes were sent, and then its address. */
function upload(source, options, abortAfter = Infinity) {
  return new Promise((resolve, reject) => {
    let over = false;
    const one = new Upload(source, {
      endpoint: task.endpoint,
      headers: { Authorization: `Bearer ${task.token}` },
      metadata: task.metadata,
      retryDelays: [0, 100, 300, 1000, 3000],
      onBeforeRequest: (request) => {
        requests.push(`${request.getMethod()} ${request.getHeader('Upload-Offset') ?? ''}`.trim());
      },
      onProgress: (sent) => {
        if (sent > abortAfter && one.url && !over) {
          over = true;
          one.abort().then(() => resolve(one.url), reject);
        }
      },
      onSuccess: () => resolve(one.url),
      onError: reject,
      ...options,
    });
    one.start();
  });
}

const bytes = () => readFileSync(task.file);
const acts = {
  whole: () => upload(bytes(), {}),
  withData: () => upload(bytes(), { uploadDataDuringCreation: true, chunkSize: 700_000 }),
  resumed: async () => {
    const url = await upload(bytes(), { chunkSize: 1_000_000 }, 1_500_000);
    requests.push('again');
    return upload(bytes(), { uploadUrl: url });
  },
  parallel: () => upload(bytes(), { parallelUploads: 3 }),
  deferred: () => upload(bytes(), { uploadLengthDeferred: true, chunkSize: 500_000 }),
};
const url = await acts[task.act]();
console.log(JSON.stringify({ url, requests }));
