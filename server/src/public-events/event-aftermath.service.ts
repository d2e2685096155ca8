import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { dateInWords } from '@county/shared/calendar/day';
import type { Actor } from '@county/shared/people/actor';
import type { EventKind } from '@county/shared/public-events/event-content';
import type { EventFeedbackTally, EventReportDraft } from '@county/shared/public-events/event-record';
import { canServeEvent } from '@county/shared/public-events/event-rules';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { Database } from '../database/database.ts';
import { demand } from '../http/refusal.ts';
import { AskedTasks, type OpenLine } from '../tasks/public/asked-tasks.service.ts';
import { EventContents } from './event-contents.service.ts';
import { EventDoor } from './event-door.service.ts';
import { EventQuestionsService } from './event-questions.service.ts';
import { EventRecordsService } from './event-records.service.ts';
import { EventsService } from './events.service.ts';
import { SignUps } from './public-events.tables.ts';

/** Words by which a plan's task asks for events of a kind (the county's annex, rows 2 to 4). */
const ASKED_IN = {
  'open-day': /开放日|开放周|开放月|局长进大厅/,
  meeting: /列席|旁听|邀请.*会议/,
  deliberation: /协商|议事/,
  hearing: /听证/,
} as const satisfies Record<EventKind, RegExp>;

const MOST_WORDS = 100;

/** What the organiser has of an event once it is over, besides its record. */
@Injectable()
export class EventAftermath {
  constructor(
    private readonly database: Database,
    private readonly events: EventsService,
    private readonly contents: EventContents,
    private readonly records: EventRecordsService,
    private readonly questions: EventQuestionsService,
    private readonly door: EventDoor,
    private readonly tasks: AskedTasks,
  ) {}

  /** Nothing that is known here is typed again into the report on the plan's task. */
  reportDraft(actor: Actor, eventId: string): Promise<EventReportDraft> {
    return this.database.read(async (db) => {
      const event = await this.events.known(db, actor, eventId);
      demand(canServeEvent(event.unitId, actor));
      const content = await this.contents.published(db, event);
      const record = await this.records.published(db, eventId);
      const { questions, openQuestions } = await this.questions.public(db, eventId);
      const asks = ({ mainTask, concreteWork }: OpenLine) => ASKED_IN[content.kind].test(`${mainTask}${concreteWork}`);
      const lines = await this.tasks.openLinesOf(db, event.unitId);
      const sentences = [
        `${dateInWords(record?.content.heldOn ?? event.firstDay!)}举行${EVENT_KIND_LABELS[content.kind]}“${content.title}”`,
        `到场 ${record?.content.attendance ?? (await this.door.attendance(db, eventId))}`,
        ...(record?.content.decisions.length ? [`议定 ${record.content.decisions.length} 件事项`] : []),
        ...(questions.length + openQuestions
          ? [`群众提出问题建议 ${questions.length + openQuestions} 条，已公开答复 ${questions.length} 条`]
          : []),
        ...(record ? ['纪要已公开'] : []),
      ];
      return {
        lines: lines.filter(asks).map(({ assignmentId, taskId, number, mainTask, percent }) => ({
          assignmentId,
          taskId,
          number,
          mainTask,
          percent,
        })),
        note: `${sentences.join('；')}。`,
      };
    });
  }

  /** Grades from the first to the fifth, and what was said; no name stands beside it. */
  feedback(actor: Actor, eventId: string): Promise<EventFeedbackTally> {
    return this.database.read(async (db) => {
      const event = await this.events.known(db, actor, eventId);
      demand(canServeEvent(event.unitId, actor));
      const rows = await db.find(SignUps, { where: { eventId, feedback: Not(IsNull()) } });
      const said = rows.flatMap(({ feedback }) => feedback ?? []);
      const grades = [1, 2, 3, 4, 5].map((grade) => said.filter((one) => one.grade === grade).length);
      // In the order of the words, not of the people.
      const words = said.map((one) => one.words).filter(Boolean);
      return { grades, words: words.toSorted().slice(0, MOST_WORDS) };
    });
  }
}
