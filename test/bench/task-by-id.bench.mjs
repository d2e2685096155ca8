import { compareByStatements } from './compare.mjs';

/** A task with its units and states, for a signed-in officer, against raw node:http running the same statements. */
export default () => compareByStatements('task-by-id', 0.6);
