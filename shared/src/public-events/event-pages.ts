import { INBOX_PAGE } from '../reminders/reminder-rules.ts';

/**
 * Where each thing about an event is opened, for reminders, for what waits on the home page, and for calendars. Until the
 * organisers' pages are there, what they are told stands in the inbox.
 */
export const eventPages = {
  event: (eventId: string): string => `/pages/public-events/event/index?id=${eventId}`,
  /** Those of whoever signed up, on their phone or in their WeChat account. */
  signUp: (_signUpId: string): string => '/pages/public-events/list/index',
  /** The organiser's page of one event. */
  kept: (_eventId: string): string => INBOX_PAGE,
  /** The organiser's list, at one of its parts. */
  list: (_part: 'to-review' | 'coming'): string => INBOX_PAGE,
  questions: (): string => INBOX_PAGE,
};
