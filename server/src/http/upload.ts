import {
  BadRequestException,
  createParamDecorator,
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { Route } from '@county/shared/http/route';
import { printableText } from './printable-text.ts';
import { ROUTE } from './route-key.ts';

/** The one file of a multipart request, whole. */
export interface Upload {
  /** As the sender named it; for showing only, never a path. */
  name: string;
  bytes: Buffer;
}

type WithUpload = FastifyRequest & { upload?: Upload };

/** Reads a multipart request: the file into `@Uploaded()`, the other fields into the body. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { upload } = this.reflector.get<Route>(ROUTE, context.getHandler());
    const request = context.switchToHttp().getRequest<WithUpload>();
    if (!request.isMultipart()) throw noFile();
    request.body = await receive(request, upload?.maxBytes).catch((error: unknown) => {
      // What the parser finds wrong with the bytes has no status of its own; too large a file has.
      if (error instanceof HttpException || (error as { statusCode?: number }).statusCode) throw error;
      throw noFile('上传没有完成，请重新选择文件上传');
    });
    if (!request.upload?.bytes.length) throw noFile();
    return next.handle();
  }
}

export const Uploaded = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithUpload>().upload,
);

async function receive(request: WithUpload, maxBytes: number | undefined): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 2, fields: 20, parts: 22 } })) {
    if (part.type !== 'file') fields[part.fieldname] = part.value;
    else if (request.upload) throw noFile('一次只能上传一个文件，请分开上传');
    else request.upload = await read(part);
  }
  return fields;
}

async function read(part: MultipartFile): Promise<Upload> {
  // Some senders name no file at all, whatever the types say.
  const name = printableText(((part.filename as string | undefined) ?? '').normalize('NFC'))
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')
    .slice(-120);
  return { name: name || '未命名', bytes: await part.toBuffer() };
}

const noFile = (message = '没有收到文件，请重新选择后上传') =>
  new BadRequestException({ code: 'invalid-input', message, issues: [{ path: ['file'], message }] });
