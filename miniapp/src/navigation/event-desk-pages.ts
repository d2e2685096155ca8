import { withQuery } from '../platform/navigation';

const at = (page: string) => `/pages/public-events/${page}/index`;

/** The organiser's pages on one event; `id` is the event's. */
export const attendeesPage = (id: string, part?: 'to-ring') => withQuery(at('attendees'), { id, part });
export const doorPage = (id: string, session?: string) => withQuery(at('door'), { id, session });
export const drawPage = (id: string) => withQuery(at('draw'), { id });
export const hearingPage = (id: string) => withQuery(at('hearing'), { id });
/** For whoever is at work, of whatever unit. */
export const signUpBehalfPage = (id: string) => withQuery(at('behalf'), { id });
/** Of one sign-up, whose own id it takes. */
export const staffSignUpPage = (id: string) => withQuery(at('staff-sign-up'), { id });
/** For everybody: the draw to be made again. */
export const drawResultPage = (id: string) => withQuery(at('draw-result'), { id });
