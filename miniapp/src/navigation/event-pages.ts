import { eventPages } from '@county/shared/public-events/event-pages';
import { withQuery } from '../platform/navigation';

export const EVENTS_PAGE = '/tabs/events/index';
export const MY_SIGN_UPS_PAGE = '/pages/public-events/mine/index';
export const EVENT_PLAN_PAGE = '/pages/public-events/plan/index';
/** The organisers' list. */
export const KEPT_EVENTS_PAGE = '/pages/public-events/kept/index';
/** A new event; with `id` one that is there. */
export const EDIT_EVENT_PAGE = '/pages/public-events/edit/index';

export const eventPage = (id: string) => withQuery('/pages/public-events/event/index', { id });
export const signUpPage = (id: string) => withQuery('/pages/public-events/sign-up/index', { id });
export const signedPage = (id: string, key: string) => withQuery('/pages/public-events/signed/index', { id, key });
/** The notice of something that a unit's plan has. */
export const writePlannedEventPage = ({ id, kind, theme }: { id: string; kind: string; theme: string }) =>
  withQuery(EDIT_EVENT_PAGE, { item: id, kind, title: theme });
export const editEventPage = (id: string) => withQuery(EDIT_EVENT_PAGE, { id });
/** One event for its organisers. */
export const manageEventPage = eventPages.kept;
/** 活动以后: minutes, photos, questions and feedback, for the organiser. */
export const recordPage = (id: string) => withQuery('/pages/public-events/record/index', { id });
/** Questions the own unit answers; with an event, those raised there. */
export const eventQuestionsPage = (event?: string) => withQuery('/pages/public-events/questions/index', { event });
/** The report on a line of the plan, with what is known of the event filled in. */
export const reportOfEventPage = (id: string, event: string) => withQuery('/pages/tasks/report/index', { id, event });
