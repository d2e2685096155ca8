import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as http from '@county/shared/http/route';
import { getPublicTask, listPublicBreakdowns, listPublicTasks } from '@county/shared/tasks/breakdowns/breakdown-routes';
import { Endpoint } from '../../http/endpoint.ts';
import { PublicCache } from '../../http/public-cache.ts';
import { PublicTasksService } from './public-tasks.service.ts';

/** Open to everybody; replies are kept as bytes for a few seconds, so they are written past Nest's serialiser. */
@Controller()
export class PublicTasksController {
  constructor(
    private readonly tasks: PublicTasksService,
    private readonly cache: PublicCache,
  ) {}

  @Endpoint(listPublicBreakdowns)
  listBreakdowns(@Query({ schema: listPublicBreakdowns.query }) page: http.Query<typeof listPublicBreakdowns>) {
    return this.tasks.listBreakdowns(page);
  }

  @Endpoint(listPublicTasks)
  async listTasks(
    @Query({ schema: listPublicTasks.query }) { breakdownId, ...page }: http.Query<typeof listPublicTasks>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<never> {
    const make = async () => listPublicTasks.response.parse(await this.tasks.listTasks(breakdownId, page));
    await this.cache.answer(request, reply, make);
    return undefined as never;
  }

  @Endpoint(getPublicTask)
  getTask(@Param({ schema: getPublicTask.params }) { taskId }: http.Params<typeof getPublicTask>) {
    return this.tasks.getTask(taskId);
  }
}
