/** Why a server or a command does not begin, in words fit to show whoever started it: no stack would help them. */
export class StartRefused extends Error {}

/** Ends a program that could not begin: with the words alone where they say what to do, else with the stack. */
export function endWith(error: unknown): void {
  const words = error instanceof StartRefused ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
