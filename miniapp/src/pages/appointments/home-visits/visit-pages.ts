import { withQuery } from '../../../platform/navigation';

const page = (name: string, query: Record<string, string | null>) =>
  withQuery(`/pages/appointments/home-visits/${name}/index`, query);

export const servicesPage = '/pages/appointments/home-visits/services/index';
export const requestsPage = '/pages/appointments/home-visits/requests/index';
export const cardsPage = '/pages/appointments/home-visits/cards/index';
export const offeredPage = '/pages/appointments/home-visits/offered/index';
export const offerPage = (id: string | null) => page('offer', { id });
export const askPage = (serviceId: string) => page('ask', { serviceId });
export const ownRequestPage = (id: string) => page('request', { id });
export const triagePage = (id: string) => page('triage', { id });
export const planPage = (day: string) => page('plan', { day });
export const cardPage = (id: string) => page('card', { id });
export const newCardPage = (requestId: string | null) => page('card', { requestId });
