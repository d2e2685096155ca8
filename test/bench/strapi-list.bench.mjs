import { compareWithStrapi, ITS_LIST, OUR_LIST } from './strapi.mjs';

/** 150 points in one list, as phones ask for it, which take it compressed; Strapi compresses nothing by itself. */
export default () =>
  compareWithStrapi(200, () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    return [
      { url: OUR_LIST, headers },
      { url: ITS_LIST, headers },
    ];
  });
