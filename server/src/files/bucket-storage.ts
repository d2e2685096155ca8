import { createHash } from 'node:crypto';
import { Logger, ServiceUnavailableException, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Settings } from '../config/settings.ts';
import { bucketFolder } from './bucket-folder.ts';
import { BytesMissing, FileStorage, type KeptBytes } from './file-storage.ts';

const CONNECT_WITHIN_MS = 3_000;
const SILENT_AT_MOST_MS = 8_000;
const TRIES = 2;

const UNKEPT = '存放照片和附件的地方连不上，这份没有存下。请过几分钟再发一次';
const UNREAD = '存放照片和附件的地方连不上，暂时打不开。请过几分钟再试';
const ADVICE =
  'Photos and attachments can be neither kept nor shown. See that the store answers and that S3_URL, S3_BUCKET, ' +
  'S3_REGION, S3_ACCESS_KEY and S3_SECRET_KEY are right and may list, read, write and delete (README, 正式部署).';

/** Files in a bucket of a store that speaks S3. */
export class BucketStorage extends FileStorage implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('files');
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;

  constructor(settings: Settings) {
    super();
    this.bucket = settings.S3_BUCKET!;
    // Two counties, or a county and its trial, may be given one bucket: neither sees, nor sweeps, what the other has.
    this.prefix = `${bucketFolder(settings)}/`;
    // The package's version is fixed in package.json; that later ones want a later Node helps nobody who starts a server.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    this.client = new S3Client({
      endpoint: settings.S3_URL!,
      region: settings.S3_REGION!,
      credentials: { accessKeyId: settings.S3_ACCESS_KEY!, secretAccessKey: settings.S3_SECRET_KEY! },
      forcePathStyle: settings.S3_PATH_STYLE,
      maxAttempts: TRIES,
      // Stores other than Amazon's do not know its newer checksums; Content-MD5 they all do.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, socketTimeout: SILENT_AT_MOST_MS },
    });
  }

  /** A wrong setting is told at the start, not by the first person who sends a photo; the rest works without the store. */
  onApplicationBootstrap(): void {
    const look = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: this.prefix, MaxKeys: 1 });
    this.client.send(look).catch((error: unknown) => this.log.error({ task: 'look', error: faultOf(error), ADVICE }));
  }

  onModuleDestroy(): void {
    this.client.destroy();
  }

  async write(key: string, bytes: Buffer): Promise<void> {
    const put = new PutObjectCommand({
      ...this.placeOf(key),
      Body: bytes,
      // The store refuses what does not arrive as it was sent.
      ContentMD5: createHash('md5').update(bytes).digest('base64'),
    });
    await this.client.send(put).catch((error: unknown) => this.fail(error, UNKEPT));
  }

  async read(key: string): Promise<Buffer> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.placeOf(key)));
      return Buffer.from(await Body!.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) throw new BytesMissing(key);
      return this.fail(error, UNREAD);
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.placeOf(key))).catch((error: unknown) => {
      if (!(error instanceof NoSuchKey)) this.fail(error, UNREAD);
    });
  }

  async *all(): AsyncIterable<KeptBytes> {
    const where = { Bucket: this.bucket, Prefix: this.prefix };
    try {
      for await (const { Contents = [] } of paginateListObjectsV2({ client: this.client }, where))
        for (const { Key, LastModified } of Contents)
          yield { key: Key!.slice(this.prefix.length), writtenAt: LastModified!.getTime(), isWhole: true };
    } catch (error) {
      this.fail(error, UNREAD);
    }
  }

  private placeOf(key: string) {
    return { Bucket: this.bucket, Key: this.prefix + key };
  }

  private fail(error: unknown, words: string): never {
    this.log.warn({ task: 'ask the store', error: faultOf(error), ADVICE });
    throw new ServiceUnavailableException({ code: 'files-unreachable', message: words });
  }
}

/** What a store answered, or why it did not; never the request, which holds the key. */
function faultOf(error: unknown): string {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return [name, $metadata?.httpStatusCode, message].filter(Boolean).join(' ');
}
