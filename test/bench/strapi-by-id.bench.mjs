import { compareWithStrapi, ITS_LIST } from './strapi.mjs';

/** One village's point by its id, open to everybody. */
export default () =>
  compareWithStrapi(20, async ({ its, points }) => {
    const point = points.find(({ kind }) => kind === 'service-station');
    const { data } = await (await fetch(its.origin + ITS_LIST)).json();
    const same = data.find(({ name }) => name === point.name);
    return [{ url: `/api/public/service-points/${point.id}` }, { url: `/api/points/${same.documentId}` }];
  });
