import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { test } from "node:test";
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const s3 = new S3Client({});
const Bucket = "calls";
await s3.send(new CreateBucketCommand({ Bucket }));

const status = async (promise) => (await assert.rejects(promise, (e) => ((status.last = e.$metadata.httpStatusCode), true)), status.last);
const put = (Key, Body, more = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key, more = {}) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body.transformToString();

test("what is put is read, with its MD5 as ETag", async () => {
  const { ETag } = await put("a/b c+ü.json", "hello");
  assert.equal(ETag, `"${createHash("md5").update("hello").digest("hex")}"`);
  assert.equal(await text("a/b c+ü.json"), "hello");
});

for (const ChecksumAlgorithm of ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]) {
  test(`a checksum by ${ChecksumAlgorithm} is verified and given back`, async () => {
    const body = randomBytes(1000);
    const sent = await put("sum", body, { ChecksumAlgorithm });
    const member = `Checksum${ChecksumAlgorithm}`;
    assert.ok(sent[member]);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "sum", ChecksumMode: "ENABLED" }));
    assert.equal(head[member], sent[member]);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: "sum", ChecksumMode: "ENABLED" }));
    assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), body);
  });
}

test("a stream of known length is put in chunks", async () => {
  const { Readable } = await import("node:stream");
  const body = randomBytes(300_000);
  await put("stream", Readable.from([body.subarray(0, 7), body.subarray(7)]), { ContentLength: body.length });
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: "stream" }));
  assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), body);
});

test("conditional puts and reads hold", async () => {
  const first = await put("playlist", "1", { IfNoneMatch: "*" });
  assert.equal(await status(put("playlist", "2", { IfNoneMatch: "*" })), 412);
  const second = await put("playlist", "2", { IfMatch: first.ETag });
  assert.equal(await status(put("playlist", "3", { IfMatch: first.ETag })), 412);
  assert.equal(await status(text("playlist", { IfNoneMatch: second.ETag })), 304);
  assert.equal(await status(text("playlist", { IfMatch: first.ETag })), 412);
  assert.equal(await text("playlist"), "2");
});

test("a range is read", async () => {
  await put("digits", "0123456789");
  assert.equal(await text("digits", { Range: "bytes=2-4" }), "234");
  assert.equal(await text("digits", { Range: "bytes=-2" }), "89");
  await assert.rejects(text("digits", { Range: "bytes=10-" }), { name: "InvalidRange" });
});

test("errors have their names", async () => {
  await assert.rejects(text("none"), { name: "NoSuchKey" });
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket: "none", Key: "a" })), { name: "NoSuchBucket" });
  await assert.rejects(s3.send(new HeadObjectCommand({ Bucket, Key: "none" })), { name: "NotFound" });
  const other = new S3Client({ credentials: { accessKeyId: "local", secretAccessKey: "other" } });
  await assert.rejects(other.send(new ListBucketsCommand({})), { name: "SignatureDoesNotMatch" });
});

test("lists come in pages", async () => {
  for (const key of ["list/1/a", "list/1/b", "list/2", "list/3"]) await put(key, "");
  const keys = [];
  let ContinuationToken;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix: "list/", Delimiter: "/", MaxKeys: 2, ContinuationToken }),
    );
    keys.push(...(page.CommonPrefixes ?? []).map((p) => p.Prefix), ...(page.Contents ?? []).map((c) => c.Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  assert.deepEqual(keys.sort(), ["list/1/", "list/2", "list/3"]);
});

test("an upload in parts is one object", async () => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: "big" }));
  const parts = [randomBytes(5 << 20), randomBytes(1000)];
  const Parts = [];
  for (const [i, Body] of parts.entries()) {
    const PartNumber = i + 1;
    const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key: "big", UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key: "big", UploadId, MultipartUpload: { Parts } }));
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: "big" }));
  assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), Buffer.concat(parts));
});

test("a presigned address opens the object", async () => {
  await put("prompt.wav", "voice");
  const address = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "prompt.wav" }), { expiresIn: 60 });
  assert.equal(await (await fetch(address)).text(), "voice");
  assert.equal((await fetch(address.replace("prompt", "promptx"))).status, 403);
});

test("a deleted object is gone", async () => {
  await put("gone", "1");
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "gone" }));
  await assert.rejects(text("gone"), { name: "NoSuchKey" });
});
