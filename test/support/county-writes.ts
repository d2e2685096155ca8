import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { askServer, type Answer } from './county.ts';
import { guideContent } from './guide-county.ts';
import { announceSeats, newSignUp } from './wanted-seats.ts';

/** What is sent to keep something; the same again changes nothing. */
export interface Write {
  route: string;
  body: object;
  token?: string | undefined;
  /** Whoever sends it; each has an address of his own. */
  from: string;
  /** The table that has a row more by it, and that row's id. */
  row?: { table: string; id: string };
  /** What the sender does once it is kept. */
  next?: (body: Answer['body']) => Write;
}

/** Their sign-ups are closed by then, and their day is there. */
export const ON_THE_DAY = '2026-12-15T01:30:00.000Z';
export const BEFORE = '2026-11-25T01:00:00.000Z';
const BOOKED_FROM = '2026-12-16';
const COMING = 80;

/** People of a county who all write something at once: every feature that takes something from them has its part. */
export class CountyWrites {
  private turn = 0;
  private people = 0;
  private readonly free: { serviceId: string; day: string; minute: number }[] = [];
  private readonly toCome: SignUpView[] = [];

  private constructor(
    private readonly api: string,
    private readonly held: PublicEventDraft,
    /** The event whose seats are being taken. */
    readonly wanted: PublicEventDraft,
    private readonly tickSecret: string,
  ) {}

  /** Before the day: two events are announced, and eighty people sign up for the first. */
  static async announced(api: string, tickSecret: string): Promise<CountyWrites> {
    const wanted = {
      sessions: [{ key: newId(), name: '', day: '2026-12-28', from: '09:00', to: '11:00' }],
      signUp: {
        opensAt: '2026-11-25T00:00:00.000Z',
        closesAt: '2026-12-26T09:00:00.000Z',
        withdrawHours: 24,
        mostPeople: 5,
        fields: [],
        draw: null,
      },
    };
    const here = new CountyWrites(
      api,
      await announceSeats(api, COMING),
      await announceSeats(api, 300, wanted),
      tickSecret,
    );
    for (let one = 0; one < COMING; one += 1) {
      const { body } = await askServer(`${api}/event-sign-ups`, 'POST', { body: newSignUp(here.held, here.phone()) });
      here.toCome.push(body as SignUpView);
    }
    return here;
  }

  /** On the day: what there is to write about. */
  async begin(): Promise<void> {
    const get = async (route: string, token?: string) => (await askServer(this.api + route, 'GET', { token })).body;
    const signIn = async (person: string) =>
      (await askServer(`${this.api}/demo/sign-in`, 'POST', { body: { person } })).body.token as string;
    this.officer = await signIn('village-officer');
    this.township = await signIn('township-officer');
    this.bureau = await signIn('department-officer');
    const lines = await get('/assignments?limit=200', this.officer);
    this.lineId = lines.items.find(({ status }: { status: string }) => status === 'in-progress').id;
    this.bureauId = (await get('/sessions/current', this.bureau)).actor.unitId;
    const [plan] = (await get('/public/task-breakdowns')).items;
    this.taskId = (await get(`/public/tasks?limit=1&breakdownId=${plan.id}`)).items[0].id;
    this.pointIds = (await get('/public/service-points?limit=200')).items.map(({ id }: { id: string }) => id);
    this.visitServiceId = (await get('/public/home-visit-services?limit=1')).items[0].id;
    this.villageId = (await get('/sessions/current', this.officer)).actor.unitId;
    for (const { id } of (await get('/public/bookable-services?limit=200')).items as { id: string }[]) {
      const { days } = await get(`/public/bookable-services/${id}/free-times?from=${BOOKED_FROM}&days=7`);
      for (const { day, times } of days)
        for (const { minute, left } of times) if (left > 0) this.free.push({ serviceId: id, day, minute });
    }
  }

  private officer = '';
  private township = '';
  private bureau = '';
  private lineId = '';
  private bureauId = '';
  private taskId = '';
  private pointIds: string[] = [];
  private visitServiceId = '';
  private villageId = '';

  /** Whoever's turn it is. */
  next(): Write {
    const kinds = [
      this.report,
      this.booking,
      this.signUp,
      this.checkIn,
      this.complaint,
      this.question,
      this.correction,
      this.homeVisit,
      this.guide,
      this.file,
      this.booking,
      this.tick,
    ];
    this.turn += 1;
    return kinds[this.turn % kinds.length]!.call(this);
  }

  /** What whoever sent a file gets of it. */
  async opened(fileId: string): Promise<number> {
    return (await askServer(`${this.api}/files/${fileId}`, 'GET', { token: this.officer })).status;
  }

  private report(): Write {
    const body = { id: newId(), percent: 100, note: `第 ${this.turn} 份` };
    return this.row('progress_report', `/assignments/${this.lineId}/reports`, body, this.officer);
  }

  private booking(): Write {
    // Times of one counter lie side by side; who comes next goes elsewhere.
    const [place] = this.free.splice((this.turn * 7) % this.free.length, 1);
    const held = this.row('booking', '/bookings', { id: newId(), ...place! });
    const who = { name: '群众', phone: this.phone() };
    return {
      ...held,
      next: ({ id, key }) => ({ route: `/bookings/${id}/confirmations`, body: { key, ...who }, from: held.from }),
    };
  }

  private signUp(): Write {
    return this.row('event_sign_up', '/event-sign-ups', newSignUp(this.wanted, this.phone()));
  }

  private checkIn(): Write {
    const coming = this.toCome.pop();
    if (!coming) return this.signUp();
    const { id, content } = this.held;
    const attendeeIds = coming.attendees.map((one) => one.id);
    const body = { id: newId(), sessionKey: content.sessions[0]!.key, attendeeIds, happenedAt: ON_THE_DAY };
    return { route: `/events/${id}/check-ins`, body, token: this.township, from: this.address() };
  }

  private complaint(): Write {
    return this.row('complaint', '/complaints', { id: newId(), words: '窗口排队太久了' });
  }

  private question(): Write {
    return this.row('task_question', `/public/tasks/${this.taskId}/questions`, {
      id: newId(),
      words: '什么时候修好？',
    });
  }

  private correction(): Write {
    const body = { id: newId(), subject: 'phone', words: '电话打不通' };
    // A point takes no more of them than its unit can look into.
    const pointId = this.pointIds[this.turn % this.pointIds.length]!;
    return this.row('point_correction', `/public/service-points/${pointId}/corrections`, body);
  }

  private homeVisit(): Write {
    return this.row('home_visit_request', '/public/home-visit-requests', {
      id: newId(),
      serviceId: this.visitServiceId,
      villageId: this.villageId,
      name: '石大山',
      phone: this.phone(),
      landmark: '二组，晒坝旁边',
      wish: '养老金认证',
      suitableDays: [],
      dayPart: 'any',
      askedAs: 'self',
      noticeRead: true,
    });
  }

  private guide(): Write {
    const body = { id: newId(), unitId: this.bureauId, content: guideContent(this.bureauId), reviewOn: '2027-06-30' };
    return this.row('service_guide', '/service-guides', body, this.bureau);
  }

  private file(): Write {
    const [id, body] = [newId(), new FormData()];
    body.set('id', id);
    body.set('file', new Blob([`%PDF-1.4\n% ${id}\n%%EOF\n`]), '通知.pdf');
    return { route: '/files', body, token: this.officer, from: this.address(), row: { table: 'stored_file', id } };
  }

  private tick(): Write {
    return { route: '/reminder-ticks', body: { secret: this.tickSecret }, from: this.address() };
  }

  private row(table: string, route: string, body: Record<string, unknown> & { id: string }, token?: string): Write {
    return { route, body, token, from: this.address(), row: { table, id: body.id } };
  }

  private phone(): string {
    this.people += 1;
    return `139${String(this.people).padStart(8, '0')}`;
  }

  private address(): string {
    this.people += 1;
    return `198.51.${Math.floor(this.people / 250) % 250}.${this.people % 250}`;
  }
}
