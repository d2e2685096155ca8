import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { CIRCULAR_WORKING_DAYS, proposedWords } from '@county/shared/circulars/circular-rules';
import type { CircularCandidate, CircularView } from '@county/shared/circulars/circular-views';
import type { Actor } from '@county/shared/people/actor';
import { Clock } from '../clock/clock.ts';
import { Repeated } from '../http/replies.ts';
import { actorOf, type SeededPerson } from '../people/people-seeding.service.ts';
import { CircularCandidates } from './circular-candidates.service.ts';
import { CircularsService } from './circulars.service.ts';

/** The demo's circulars: one issued, one on its head's table; none when nothing of the plan is late. */
@Injectable()
export class DemoCirculars {
  constructor(
    private readonly clock: Clock,
    private readonly candidates: CircularCandidates,
    private readonly circulars: CircularsService,
  ) {}

  async seed(people: readonly SeededPerson[], breakdownId: string): Promise<void> {
    const author = actorOf(people.find(({ key }) => key === 'supervisor')!);
    const head = actorOf(people.find(({ key }) => key === 'supervision-lead')!);
    const late = await this.candidates.list(author, breakdownId, {
      workingDays: CIRCULAR_WORKING_DAYS,
      limit: 200,
    });
    // First those whose lead a newcomer may sign in as: they can object.
    const tried = new Set(people.filter(({ key, role }) => key && role === 'unit-lead').map(({ unitId }) => unitId));
    const others = late.items.filter(({ unitId }) => unitId !== author.unitId);
    const items = others.sort((a, b) => Number(tried.has(b.unitId)) - Number(tried.has(a.unitId)));
    const issued = items.slice(0, 2);
    const waiting = items.slice(2, 4);
    if (issued.length) {
      const { id, version } = await this.submit(author, breakdownId, issued);
      const documentNumber = `青政督〔${this.clock.today().slice(0, 4)}〕1号`;
      await this.circulars.decide(head, id, { outcome: 'issued', version, documentNumber });
    }
    if (waiting.length) await this.submit(author, breakdownId, waiting);
  }

  private async submit(author: Actor, breakdownId: string, lines: readonly CircularCandidate[]): Promise<CircularView> {
    const drafted = await this.circulars.draft(author, {
      id: newId(),
      breakdownId,
      title: '关于部分任务逾期情况的通报',
      opening: '根据任务分解表确定的完成时限，下列事项已经逾期，现通报如下。',
      closing:
        '请有关单位查明原因，抓紧办理，办结后及时在系统中填报。对通报内容有异议的，可以自收到之日起三十日内申请复核。',
      readers: 'named',
      items: lines.map((line) => ({ id: newId(), assignmentId: line.assignmentId, words: proposedWords(line) })),
    });
    const { id, version } = replyOf(drafted);
    return replyOf(await this.circulars.submit(author, id, version));
  }
}

const replyOf = (answer: CircularView | Repeated<CircularView>) => (answer instanceof Repeated ? answer.reply : answer);
