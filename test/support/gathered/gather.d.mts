/** See `gather.mjs`. */
export function gathered(
  project: string,
  roots: readonly string[],
): { roots: string[]; testMatch: string[]; testEnvironment: string };
