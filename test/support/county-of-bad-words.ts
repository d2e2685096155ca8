import { v7 as newId } from 'uuid';
import { BookingCounty } from './booking-county.ts';
import { goodDocument } from './hostile-files.ts';

/** Columns that hold what people typed, where downloads show it. */
const TYPED: Record<string, readonly string[]> = {
  task_breakdown: ['title', 'sourceName'],
  task: ['category', 'mainTask', 'concreteWork'],
  progress_report: ['note', 'problems'],
  recheck: ['words'],
  service_point: ['name'],
  circular: ['title', 'opening', 'closing'],
  circular_item: ['words'],
  supervision_order: ['title', 'demand', 'reason'],
  supervision_order_step: ['words'],
  bookable_service: ['name'],
  stored_file: ['name'],
};

/** The same within JSON. */
const TYPED_JSON: Record<string, readonly string[]> = {
  task: ['printed', 'finding'],
  service_point: ['facts'],
  public_event: ['content'],
  public_event_version: ['content'],
};

/** Where each download is, in a county where everybody typed the worst. */
export interface DownloadAddresses {
  breakdown: string;
  inspection: string;
  order: string;
  circular: string;
  event: string;
  booking: { id: string; key: string };
  file: string;
  township: string;
  code: string;
}

/** A demo county; `say` puts words in the place of all that people typed, as no door would have let them in. */
export class CountyOfBadWords {
  private constructor(
    readonly booked: BookingCounty,
    readonly at: DownloadAddresses,
  ) {}

  static async start(): Promise<CountyOfBadWords> {
    const booked = await BookingCounty.start();
    const idOf = async (table: string, where = '1 = 1'): Promise<string> => {
      const [row] = await booked.county.database.read((db) => db.query(`SELECT id FROM ${table} WHERE ${where}`));
      if (!row) throw new Error(`There is no ${table} where ${where}`);
      return row.id;
    };
    const service = await booked.service();
    const { id, key } = await booked.booked(service.id, '2026-11-26', '09:00');
    return new CountyOfBadWords(booked, {
      breakdown: await idOf('task_breakdown', "kind = 'plan' AND isPublic = 1"),
      inspection: await idOf('task_breakdown', "kind = 'inspection'"),
      order: await idOf('supervision_order'),
      circular: await idOf('circular', "state = 'issued'"),
      event: await idOf('public_event', 'publishedVersion IS NOT NULL'),
      booking: { id, key },
      file: await sentFile(booked),
      township: await booked.map.unitId('青石镇'),
      code: await codeWithPicture(booked, service.pointId),
    });
  }

  /** From now on people have typed these words everywhere. */
  async say(words: string): Promise<void> {
    await this.booked.county.database.work(async (db) => {
      for (const [table, columns] of Object.entries(TYPED))
        for (const column of columns)
          await db.query(`UPDATE ${table} SET ${column} = ? WHERE ${column} IS NOT NULL`, [words]);
      for (const [table, columns] of Object.entries(TYPED_JSON))
        for (const column of columns)
          for (const { id, kept } of await db.query(`SELECT id, ${column} AS kept FROM ${table}`))
            if (kept)
              await db.query(`UPDATE ${table} SET ${column} = ? WHERE id = ?`, [
                JSON.stringify(saidInstead(JSON.parse(kept), words)),
                id,
              ]);
    });
  }

  close(): Promise<void> {
    return this.booked.close();
  }
}

/** Every text with Chinese in it was typed by somebody. */
function saidInstead(value: unknown, words: string): unknown {
  if (typeof value === 'string') return /\p{Script=Han}|[=]/u.test(value) ? words : value;
  if (Array.isArray(value)) return value.map((one) => saidInstead(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, saidInstead(one, words)]));
}

async function codeWithPicture(booked: BookingCounty, pointId: string): Promise<string> {
  const { body } = await booked.map.as('village-officer', 'POST', `/service-points/${pointId}/codes`, {});
  const { key } = body.items[0];
  const picture = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
  await booked.county.database.work((db) =>
    db.query('INSERT INTO point_code_picture ("key", "mediaType", "picture", "madeAt") VALUES (?, ?, ?, ?)', [
      key,
      'image/png',
      picture,
      booked.county.clock.now(),
    ]),
  );
  return key;
}

async function sentFile(booked: BookingCounty): Promise<string> {
  const form = new FormData();
  form.set('id', newId());
  form.set('file', new Blob([new Uint8Array(await goodDocument())]), '通知.docx');
  const token = await booked.map.token('supervisor');
  return (await booked.county.ask('POST', '/files', { token, body: form })).body.id;
}
