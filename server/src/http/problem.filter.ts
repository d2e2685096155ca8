import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NOTHING_LOST, type Problem } from '@county/shared/http/problem';
import { isDuplicate } from '../database/database-errors.ts';
import { idTaken } from './refusal.ts';

const WORDS: Record<number, [code: string, message: string]> = {
  400: ['invalid-input', '提交的内容无法识别，请刷新页面后重试'],
  401: ['not-signed-in', '请先登录'],
  403: ['not-allowed', '没有权限进行这项操作'],
  404: ['not-found', '没有找到这个地址'],
  405: ['not-found', '没有这个操作'],
  413: ['too-large', '文件或内容太大，请缩小后再提交'],
  415: ['invalid-input', '不支持这种内容类型'],
  429: ['too-many', '操作太频繁，请稍后再试'],
  503: ['busy', `系统繁忙，请稍后再试${NOTHING_LOST}`],
};

/** Every error leaves in one shape, with words fit to show; what went wrong inside stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    // Whoever creates gives the id: one that stands for something else, also of another kind, is that person's to change.
    const error = isDuplicate(thrown) ? idTaken() : thrown;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { id: reference, method, routeOptions } = http.getRequest<FastifyRequest>();
    const status = statusOf(error);
    if (error !== thrown) this.log.warn({ reference, method, route: routeOptions?.url, error: String(thrown) });
    if (status >= 500) {
      const where = { reference, method, route: routeOptions?.url };
      // What we answer ourselves, as when WeChat does not, is no fault of this code: no stack helps to mend it.
      if (error instanceof HttpException) this.log.warn({ ...where, error: error.message });
      else this.log.error({ ...where, error: error instanceof Error ? error.stack : error });
    }
    if (reply.sent || reply.raw.headersSent) return;
    reply
      .header('cache-control', 'no-store')
      .status(status)
      .send(problem(error, status, reference));
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: number };
  return statusCode && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

/** An error of any kind in the one shape. */
export function problem(error: unknown, status: number, reference: string): Problem {
  if (error instanceof HttpException) {
    const body = error.getResponse();
    if (typeof body === 'object' && 'code' in body) return { ...(body as Omit<Problem, 'reference'>), reference };
  }
  const [code, message] = WORDS[status] ?? [
    'internal',
    `系统出错了，请稍后再试；如仍不行，请把编号 ${reference} 告诉管理员`,
  ];
  return { code, message, reference };
}
