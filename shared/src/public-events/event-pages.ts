/** Where each thing about an event is opened, for reminders, for what waits on the home page, and for calendars. */
export const eventPages = {
  event: (eventId: string): string => `/pages/public-events/event/index?id=${eventId}`,
  /** Those of whoever signed up, on their phone or in their WeChat account. */
  signUp: (_signUpId: string): string => '/tabs/events/index',
  /** The organiser's page of one event. */
  kept: (eventId: string): string => `/pages/public-events/manage/index?id=${eventId}`,
  /** The organiser's list, at one of its parts. */
  list: (part: 'to-review' | 'to-ring'): string => `/pages/public-events/kept/index?part=${part}`,
  questions: (): string => '/pages/public-events/questions/index',
};
