import type { HandbookContent } from '@county/shared/service-guides/handbook';
import type { GuideContent, GuideState } from '@county/shared/service-guides/service-guide';

/** A guide of the invented county; ids are made when it is taken in, so units are told by their official names. */
export type GuideSeed = Omit<GuideContent, 'acceptingUnitId' | 'decidingUnitId'> & {
  /** Who keeps the guide (主管单位). */
  unitName: string;
  acceptingUnitName: string;
  decidingUnitName: string | null;
  /** From the day of seeding; below 0 the guide is overdue for its review. */
  reviewInMonths: number;
  state: Extract<GuideState, 'published' | 'proposed' | 'draft'>;
};

/** A handbook; its steps name their guides by the plain title. */
export type HandbookSeed = Omit<HandbookContent, 'steps'> & {
  unitName: string;
  steps: (Omit<HandbookContent['steps'][number], 'guideId'> & { guideTitle: string })[];
};

type Usual = 'audience' | 'acceptingUnitName' | 'decidingUnitName' | 'onlineUrl' | 'tree' | 'reviewInMonths' | 'state';
type Written = Omit<GuideSeed, Usual> & Partial<Pick<GuideSeed, Usual>>;

/** A guide with what most have in common: for people, taken in by its own unit, nothing approved, on paper, holding. */
export function guide(written: Written): GuideSeed {
  return {
    audience: 'people',
    acceptingUnitName: written.unitName,
    decidingUnitName: null,
    onlineUrl: null,
    tree: null,
    reviewInMonths: 12,
    state: 'published',
    ...written,
  };
}
