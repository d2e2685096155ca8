import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { minutesOf } from '../service-map/clock-span.ts';
import { ClockTime } from '../service-map/opening-hours.ts';
import { CELL_MINUTES } from './slots.ts';

const onTheGrid = (time: string) => minutesOf(time) % CELL_MINUTES === 0;
const QuarterHour = ClockTime.refine(onTheGrid, '预约的时间要写成 5 分钟的整数倍，如 08:30、08:35');

/** A stretch of a day in which so many people are served at once. */
export const PlacesSpan = z
  .object({
    from: QuarterHour.meta({ label: '从几点' }),
    to: QuarterHour.meta({ label: '到几点' }),
    /** As many counters as are open for it. */
    places: z.int().min(1).max(100).meta({ label: '同时接待人数' }),
  })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to), { message: '结束时间要晚于开始时间', path: ['to'] })
  .meta({ id: 'PlacesSpan' });
export type PlacesSpan = z.infer<typeof PlacesSpan>;

const Spans = z
  .array(PlacesSpan)
  .max(12)
  .refine((spans) => spans.every((span) => !spans.some((one) => one !== span && overlap(one, span))), {
    message: '同一天的几段时间有重叠，请改正其中一段',
  });

function overlap(one: PlacesSpan, other: PlacesSpan): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Some days on which other spans hold, or none; of two for one day the later holds. */
export const BookingException = z
  .object({
    from: GivenDay.meta({ label: '起始日期' }),
    to: GivenDay.meta({ label: '截止日期' }),
    spans: Spans.meta({ label: '这几天的时段' }),
    /** Said to residents. */
    reason: z.string().trim().min(1).max(60).meta({ label: '原因' }),
  })
  .refine(({ from, to }) => from <= to, { message: '截止日期不能早于起始日期', path: ['to'] })
  .meta({ id: 'BookingException' });
export type BookingException = z.infer<typeof BookingException>;

/** 爽约规则: after so many missed visits within so many days, no booking on the web for some days. None by default. */
export const NoShowPolicy = z
  .object({
    times: z.int().min(1).max(10).meta({ label: '爽约几次' }),
    withinDays: z.int().min(1).max(365).meta({ label: '在多少天内' }),
    pauseDays: z.int().min(1).max(90).meta({ label: '暂停几天' }),
  })
  .meta({ id: 'NoShowPolicy' });
export type NoShowPolicy = z.infer<typeof NoShowPolicy>;

const fiveMinutes = (label: string) =>
  z
    .int()
    .min(5)
    .max(480)
    .refine((minutes) => minutes % CELL_MINUTES === 0, `${label}要是 5 分钟的整数倍`)
    .meta({ label });

/** How one thing can be booked at one place, as the unit of the place sets it. */
export const BookingSettings = z
  .object({
    name: z.string().trim().min(2).max(60).meta({ label: '可约事项' }),
    /** The counter whose places it takes: things booked at one window share them. Null: places of its own. */
    windowId: z.uuid().nullable().meta({ label: '窗口' }),
    guideId: z.uuid().nullable().meta({ label: '办事指南' }),
    minutes: fiveMinutes('办理时长'),
    /** From one time offered to the next. */
    everyMinutes: fiveMinutes('每隔多久一个时间'),
    /** Monday first. */
    week: z.array(Spans).length(7).meta({ label: '一周的时段' }),
    exceptions: z.array(BookingException).max(60).meta({ label: '临时变动' }),
    /** How long before it begins a time can last be booked. */
    leadMinutes: z.int().min(0).max(10_080).meta({ label: '最晚提前多久预约' }),
    /** How many days ahead can be booked; 0 is today alone. */
    horizonDays: z.int().min(0).max(90).meta({ label: '最多可约几天内' }),
    /** Percent of the places kept for those who just come. */
    walkInShare: z.int().min(0).max(100).meta({ label: '留给现场取号的比例' }),
    /** Of every time, so many places that only staff book, for old people who ring or come. */
    placesForOld: z.int().min(0).max(100).meta({ label: '留给老人的名额' }),
    /** Open bookings of one person; for the same phone or the same WeChat account. */
    limitPerPerson: z.int().min(1).max(20).meta({ label: '每人最多预约几次' }),
    /** How long before it begins a booking can last be changed or cancelled on the web. */
    cutOffMinutes: z.int().min(0).max(10_080).meta({ label: '最晚提前多久改期或取消' }),
    /** How often 再给我 10 分钟 is given. */
    maxExtensions: z.int().min(0).max(5).meta({ label: '最多延长几次' }),
    noShowPolicy: NoShowPolicy.nullable().meta({ label: '爽约规则' }),
    /** Said beside the times: 带上旧证. */
    note: z.string().trim().max(120).meta({ label: '提示' }),
    /** False: no new bookings; those made stand. */
    isOffered: z.boolean().meta({ label: '接受预约' }),
  })
  .meta({ id: 'BookingSettings' });
export type BookingSettings = z.infer<typeof BookingSettings>;

/** 可约事项: one thing that can be booked at one place. */
export const BookableService = z
  .object({
    id: z.uuid(),
    pointId: z.uuid(),
    ...BookingSettings.shape,
    /** Counts its changes; a change says which version it was made on. */
    version: z.int().min(1),
    updatedAt: z.iso.datetime(),
    updatedByName: z.string(),
  })
  .meta({ id: 'BookableService' });
export type BookableService = z.infer<typeof BookableService>;

export const BookableServiceView = BookableService.extend({
  pointName: z.string(),
  windowName: z.string().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
}).meta({ id: 'BookableServiceView' });
export type BookableServiceView = z.infer<typeof BookableServiceView>;

export const NewBookableService = BookingSettings.extend({
  id: z.uuid(),
  pointId: z.uuid().meta({ label: '服务点' }),
}).meta({ id: 'NewBookableService' });
export type NewBookableService = z.infer<typeof NewBookableService>;

/** All settings anew, on the version the writer saw. */
export const BookableServiceChange = BookingSettings.extend({
  id: z.uuid().meta({ label: '本次修改编号' }),
  onVersion: z.int().min(1).meta({ label: '修改所依据的版本' }),
}).meta({ id: 'BookableServiceChange' });
export type BookableServiceChange = z.infer<typeof BookableServiceChange>;

/** A month as it would be with settings that are not saved yet. */
export const MonthPreview = z
  .object({
    days: z.array(
      z.object({
        day: Day,
        times: z.int(),
        /** Places altogether, and of them on the web. */
        places: z.int(),
        webPlaces: z.int(),
        /** Why there are none: 休息日, 国庆节, 线路检修. */
        why: z.string().nullable(),
        /** The year has no holiday notice yet. */
        provisional: z.boolean(),
        /** Bookings that stand on that day and no longer fit. */
        bookingsOutside: z.int(),
      }),
    ),
  })
  .meta({ id: 'MonthPreview' });
export type MonthPreview = z.infer<typeof MonthPreview>;

/** What everybody may know of a bookable service. */
export const PublicBookableService = BookableService.pick({
  id: true,
  pointId: true,
  windowId: true,
  guideId: true,
  name: true,
  minutes: true,
  horizonDays: true,
  leadMinutes: true,
  cutOffMinutes: true,
  limitPerPerson: true,
  note: true,
})
  .extend({
    pointName: z.string(),
    address: z.string(),
    windowName: z.string().nullable(),
    unitId: z.uuid(),
    townshipName: z.string().nullable(),
    /** The first time that is free; null where there is none before the horizon. */
    firstFree: z.object({ day: Day, minute: z.int() }).nullable(),
    /** How full the day of that time is: places left on the web, of how many. */
    firstDay: z.object({ left: z.int(), places: z.int() }).nullable(),
  })
  .meta({ id: 'PublicBookableService' });
export type PublicBookableService = z.infer<typeof PublicBookableService>;

/** The free times of some days in a row, each day with a word where it has none. */
export const FreeTimes = z
  .object({
    days: z.array(
      z.object({
        day: Day,
        /** Minute of the day in Shanghai at which it begins, and how many places are left on the web. */
        times: z.array(z.object({ minute: z.int(), left: z.int() })),
        /** 不开门, 约满了, 还没放号: null where a time is free. */
        why: z.string().nullable(),
        provisional: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'FreeTimes' });
export type FreeTimes = z.infer<typeof FreeTimes>;
