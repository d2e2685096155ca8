import { compareByStatements } from './compare.mjs';

/** One report filed, on the disk before it is answered, against raw node:http running the same transaction. */
export default () => compareByStatements('file-report', 0.7);
