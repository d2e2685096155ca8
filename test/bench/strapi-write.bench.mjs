import { v7 as newId } from 'uuid';
import { compareWithStrapi, flat } from './strapi.mjs';

/**
 * A new point with each request. Ours asks who writes and whether they may, keeps the history and the audit trail, and
 * has it all on the disk before it answers; Strapi is told to take anybody's.
 */
export default () =>
  compareWithStrapi(8, async ({ ours, points }) => {
    const point = points.find(({ kind }) => kind === 'service-station');
    const token = await signIn(ours.origin);
    const { unitId, body } = await ownPoint(ours.origin, token);
    return [
      { url: '/api/service-points', token, report: { ...body, unitId, id: newId() } },
      { url: '/api/points', report: { data: flat(point) } },
    ];
  });

async function signIn(origin) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ person: 'village-officer' });
  const reply = await fetch(`${origin}/api/demo/sign-in`, { method: 'POST', headers, body });
  return (await reply.json()).token;
}

/** What the officer's own station is, to be put in again and again. */
async function ownPoint(origin, token) {
  const headers = { authorization: `Bearer ${token}` };
  const { items } = await (await fetch(`${origin}/api/service-points`, { headers })).json();
  const { unitId, ...known } = items.find(({ kind }) => kind === 'service-station');
  return { unitId, body: { ...known, windows: [], staff: [] } };
}
