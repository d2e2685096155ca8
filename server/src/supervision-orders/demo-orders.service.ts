import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import { usualAnswerDay } from '@county/shared/supervision-orders/order-rules';
import type { SupervisionOrderView } from '@county/shared/supervision-orders/order-views';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Repeated } from '../http/replies.ts';
import { actorOf, type SeededPerson } from '../people/people-seeding.service.ts';
import { RemindersService } from '../reminders/reminders.service.ts';
import { OrderedLines } from '../tasks/lines/ordered-lines.service.ts';
import { IssuingService } from './issuing.service.ts';
import { OrdersService } from './orders.service.ts';

/** The demo's orders: one accepted, one that waits for its answer; to a unit whose people a newcomer may sign in as. */
@Injectable()
export class DemoOrders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly lines: OrderedLines,
    private readonly issuing: IssuingService,
    private readonly orders: OrdersService,
    private readonly reminders: RemindersService,
  ) {}

  async seed(people: readonly SeededPerson[]): Promise<void> {
    const whoIs = (key: string) => actorOf(people.find((person) => person.key === key)!);
    const [author, other] = [whoIs('supervisor'), whoIs('supervisor-open-office')];
    const [officer, lead] = [whoIs('department-officer'), whoIs('department-lead')];
    const toUnitId = lead.unitId!;
    const { lines } = await this.database.read((db) => this.lines.ofUnit(db, toUnitId, { most: 3 }));
    const [first, ...others] = lines.map(({ id }) => id);
    if (!first) return;
    const accepted = await this.issue(author, toUnitId, [first], {
      title: '关于加快落实年度公开任务的督办单',
      reason: '上月调度时，这项任务的牵头科室和完成步骤还没有明确。',
      demand: '请明确牵头科室和责任人，排出逐月的完成步骤，书面报告。',
    });
    await this.orders.receive(officer, accepted.id, { id: newId() });
    const answer = { id: newId(), words: '已明确由政务服务科牵头，按月倒排了步骤，首月事项已经完成。', fileIds: [] };
    await this.orders.answer(lead, accepted.id, answer);
    const words = '步骤清楚，同意办结，请按计划推进。';
    await this.orders.review(other, accepted.id, { id: newId(), outcome: 'accepted', answerId: answer.id, words });
    const open = await this.issue(author, toUnitId, others.length ? others : [first], {
      title: '关于报送任务进展和存在问题的督办单',
      reason: '近期抽查发现，填报的进展比较笼统，没有写明做到哪一步、还差什么。',
      demand: '请逐项核实实际进度，写明存在的问题、解决办法和完成日期。',
    });
    await this.orders.receive(officer, open.id, { id: newId() });
    // All this is history to whoever opens the demo: nobody is told of it now.
    await this.database.work((db) => this.reminders.stop(db, [accepted.id, open.id]));
  }

  private async issue(
    author: Actor,
    toUnitId: string,
    assignmentIds: string[],
    words: { title: string; reason: string; demand: string },
  ): Promise<SupervisionOrderView> {
    const answerBy = usualAnswerDay(await this.calendar.calendar(), this.clock.today()).day;
    const order = await this.issuing.issue(author, { id: newId(), toUnitId, assignmentIds, answerBy, ...words });
    return order instanceof Repeated ? order.reply : order;
  }
}
