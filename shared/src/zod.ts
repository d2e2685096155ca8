import { config } from 'zod';

// zod builds its parsers by `new Function` for speed. WeChat neuters that and a page's CSP forbids it, so zod is told
// to do without everywhere but on the server.
const { process } = globalThis as { process?: { versions?: { node?: string } } };
config({ jitless: typeof process?.versions?.node !== 'string' });

export * from 'zod';
