import { config } from 'zod';

// WeChat neuters `new Function`, which zod otherwise uses for speed; `jitless` makes it do without.
config({ jitless: true });

export * from 'zod';
