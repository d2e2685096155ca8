import type { Day } from '@county/shared/calendar/day';
import type { HandbookContent } from '@county/shared/service-guides/handbook';
import type { GuideContent } from '@county/shared/service-guides/service-guide';
import { calendarDay, flag, integer, json, nullable, primaryId, table, text } from '../database/table.ts';
import { version, writing, type VersionRow, type WritingRow } from '../database/writing-columns.ts';

export interface ServiceGuideRow extends WritingRow<GuideContent> {
  /** As it is being written. */
  reviewOn: Day;
  /** Of what is public; a draft does not put it off. */
  publicReviewOn: Day | null;
  /** The review day for which the unit was asked to look again. */
  askedReviewOn: Day | null;
}

export const ServiceGuides = table<ServiceGuideRow>(
  'service_guide',
  {
    ...writing(),
    reviewOn: calendarDay(),
    publicReviewOn: nullable(calendarDay()),
    askedReviewOn: nullable(calendarDay()),
  },
  {
    indices: [
      { name: 'service_guide_saved', columns: ['savedAt', 'id'] },
      { name: 'service_guide_unit', columns: ['unitId', 'savedAt', 'id'] },
      { name: 'service_guide_review', columns: ['publicReviewOn'] },
    ],
  },
);

/** What lists and the search need of a version, without reading all it says. */
export interface GuideFacts extends Pick<GuideContent, 'title' | 'plainTitle' | 'everydayWords' | 'kind' | 'audience'> {
  promisedDays: number;
  isCharged: boolean;
  isOnline: boolean;
}

export type ServiceGuideVersionRow = VersionRow<GuideContent> & GuideFacts;

export const ServiceGuideVersions = table<ServiceGuideVersionRow>(
  'service_guide_version',
  {
    ...version(),
    title: text(80),
    plainTitle: text(40),
    everydayWords: json(),
    kind: text(20),
    audience: text(20),
    promisedDays: integer(),
    isCharged: flag(),
    isOnline: flag(),
  },
  { indices: [{ name: 'service_guide_version_of', columns: ['writingId', 'version'], unique: true }] },
);

export type HandbookRow = WritingRow<HandbookContent>;

export const Handbooks = table<HandbookRow>('handbook', writing(), {
  indices: [{ name: 'handbook_saved', columns: ['savedAt', 'id'] }],
});

export type HandbookVersionRow = VersionRow<HandbookContent>;

export const HandbookVersions = table<HandbookVersionRow>('handbook_version', version(), {
  indices: [{ name: 'handbook_version_of', columns: ['writingId', 'version'], unique: true }],
});

/** One row, counted up by whatever changes what everybody may read: other processes see that their index is old. */
export const GuideStamps = table<{ id: string; stamp: number }>('guide_stamp', { id: primaryId(), stamp: integer() });
