import { withQuery } from '../platform/navigation';

export const EVENTS_PAGE = '/pages/public-events/list/index';

export const eventPage = (id: string) => withQuery('/pages/public-events/event/index', { id });
export const signUpPage = (id: string) => withQuery('/pages/public-events/sign-up/index', { id });
export const signedPage = (id: string, key: string) => withQuery('/pages/public-events/signed/index', { id, key });
