import { compareWithBytes } from './compare.mjs';

/** The list a link in a village's group opens, against raw node:http serving the same bytes. */
export default () => compareWithBytes('/api/public/tasks?limit=50', 0.8);
