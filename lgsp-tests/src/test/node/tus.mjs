// Uploads that are taken up again as npm tus-js-client makes them.
import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Upload } from 'tus-js-client';

const task = JSON.parse(await text(process.stdin));
const requests = [];

const common = () => ({
  endpoint: task.endpoint,
  headers: { Authorization: `Bearer ${task.token}` },
  metadata: task.metadata,
  retryDelays: [0, 100, 300, 1000, 3000],
  onBeforeRequest: (request) => {
    requests.push(`${request.getMethod()} ${request.getHeader('Upload-Offset') ?? ''}`.trim());
  },
});

/** Uploads; gives the upload up once more than so many bytes were sent, and then its address. */
function upload(source, options, abortAfter = Infinity) {
  return new Promise((resolve, reject) => {
    let over = false;
    const one = new Upload(source, {
      ...common(),
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

/** So many bytes, those of the file over and over, made as they are sent: the client's own way to read what is no file. */
const repeated = {
  async openFile(size) {
    const block = bytes();
    function* from(start, end) {
      for (let position = start; position < end; ) {
        const offset = position % block.length;
        const piece = block.subarray(offset, Math.min(block.length, offset + end - position));
        position += piece.length;
        yield piece;
      }
    }
    return {
      size,
      async slice(start, end) {
        return { value: Object.assign(Readable.from(from(start, end), { objectMode: false }), { size: end - start }), done: end >= size };
      },
      close() {},
    };
  },
};
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
  /** In one request, which ends in the middle together with the program. */
  cutOff: () =>
    new Promise((resolve, reject) => {
      const one = new Upload(task.size, {
        ...common(),
        fileReader: repeated,
        onProgress: (sent) => {
          if (sent > task.cut) {
            console.log(JSON.stringify({ url: one.url, requests }));
            process.exit(0);
          }
        },
        onSuccess: () => reject(new Error('arrived whole')),
        onError: reject,
      });
      one.start();
    }),
  takenUp: () => upload(task.size, { fileReader: repeated, uploadUrl: task.url }),
  /** Out of a pipe, whose length nobody knows before its end. */
  streamed: () => upload(createReadStream(task.file).pipe(new PassThrough()), { uploadLengthDeferred: true, chunkSize: 500_000 }),
};
const url = await acts[task.act]();
console.log(JSON.stringify({ url, requests }));
