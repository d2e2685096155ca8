import { compareWithBytes } from './compare.mjs';

/** The map's first page, which phones of a whole county ask for, against raw node:http serving the same bytes. */
export default () => compareWithBytes('/api/public/service-points?limit=50', 0.8);
