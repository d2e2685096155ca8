import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import { ContactPhone, PersonName } from '../../people/person.ts';

export const ElderNeed = z.enum(['hearing', 'sight', 'walking', 'dialect', 'bedridden', 'alone']);
export type ElderNeed = z.infer<typeof ElderNeed>;

export const ELDER_NEED_LABELS = {
  hearing: '听力差',
  sight: '看不清',
  walking: '行动不便',
  dialect: '只说方言',
  bedridden: '长期卧床',
  alone: '独居',
} as const satisfies Record<ElderNeed, string>;

export const CONSENT_WAY_LABELS = { spoken: '当面口头', written: '书面签字', telephone: '电话' } as const;
export const CONSENT_BY_LABELS = { self: '本人', family: '家人', guardian: '监护人' } as const;

/** Separate consent to keep a card: by whom, when, how (rules D1). */
export const CardConsent = z
  .object({
    by: z.enum(['self', 'family', 'guardian']).meta({ label: '谁同意的' }),
    way: z.enum(['spoken', 'written', 'telephone']).meta({ label: '怎样同意的' }),
    on: GivenDay.meta({ label: '哪天同意的' }),
  })
  .meta({ id: 'CardConsent' });
export type CardConsent = z.infer<typeof CardConsent>;

/** 每月走访: every so many weeks or months, from a day on. */
export const VisitTurn = z
  .object({
    every: z.int().min(1).max(12).meta({ label: '每隔几' }),
    unit: z.enum(['week', 'month']).meta({ label: '周或月' }),
    from: GivenDay.meta({ label: '从哪天起' }),
  })
  .meta({ id: 'VisitTurn' });
export type VisitTurn = z.infer<typeof VisitTurn>;

/** What a unit that serves keeps of one person, so that nothing is asked twice; seen by that unit alone. */
export const ElderCard = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    villageId: z.uuid().meta({ label: '村（社区）' }),
    name: PersonName,
    phone: ContactPhone.nullable(),
    phoneOf: z.enum(['self', 'family']).meta({ label: '谁的电话' }),
    landmark: z.string().trim().min(2).max(60).meta({ label: '怎么找到家' }),
    needs: z.array(ElderNeed).max(6).refine(areDistinct, '同一项只选一次').meta({ label: '要留意的' }),
    consent: CardConsent,
    turn: VisitTurn.nullable().meta({ label: '定期走访' }),
    version: z.int().min(1),
    lastVisitedOn: Day.nullable(),
  })
  .meta({ id: 'ElderCard' });
export type ElderCard = z.infer<typeof ElderCard>;

/** `requestId`: the request it is made from. `isAnother`: somebody has looked, and it is not the one found. */
export const NewElderCard = ElderCard.omit({ unitId: true, version: true, lastVisitedOn: true })
  .extend({ requestId: z.uuid().nullable().default(null), isAnother: z.boolean().default(false) })
  .meta({ id: 'NewElderCard' });
export type NewElderCard = z.infer<typeof NewElderCard>;

export const ElderCardChange = ElderCard.omit({ unitId: true, consent: true, version: true, lastVisitedOn: true })
  .extend({ onVersion: z.int().min(1) })
  .meta({ id: 'ElderCardChange' });
export type ElderCardChange = z.infer<typeof ElderCardChange>;

export const ElderCardSummary = ElderCard.pick({
  id: true,
  villageId: true,
  name: true,
  needs: true,
  turn: true,
  lastVisitedOn: true,
})
  .extend({
    villageName: z.string(),
    maskedPhone: z.string().nullable(),
    /** When the next visit in turn falls due; null without a rule. */
    dueOn: Day.nullable(),
    /** A visit is on a plan already. */
    plannedOn: Day.nullable(),
  })
  .meta({ id: 'ElderCardSummary' });
export type ElderCardSummary = z.infer<typeof ElderCardSummary>;

export const ElderCardView = ElderCard.extend({
  villageName: z.string(),
  unitName: z.string(),
  consentTakenByName: z.string(),
  dueOn: Day.nullable(),
  plannedOn: Day.nullable(),
  visits: z.array(
    z.object({ id: z.uuid(), day: Day, what: z.string(), outcome: z.string(), words: z.string().nullable() }),
  ),
}).meta({ id: 'ElderCardView' });
export type ElderCardView = z.infer<typeof ElderCardView>;

/** The consent is taken back: the card and what came of it is erased. */
export const ConsentWithdrawal = z
  .object({ id: z.uuid(), by: CardConsent.shape.by, way: CardConsent.shape.way })
  .meta({ id: 'ConsentWithdrawal' });
export type ConsentWithdrawal = z.infer<typeof ConsentWithdrawal>;
