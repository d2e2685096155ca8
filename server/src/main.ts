import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.ts';
import { readSettings } from './config/settings.ts';
import { endWith } from './config/start-refused.ts';
import { OpenLines } from './operation/open-lines.ts';
import { openStartingDoor, whyUnheard } from './operation/starting-door.ts';
import { SiteService } from './site/site.service.ts';

const IDLE_LOOK_MS = 100;

const { app, lines } = await start().catch((error: unknown) => {
  endWith(error);
  process.exit();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

/** Balancers are told first; what is in flight is finished, and whoever only keeps a line open is let go. */
async function stop(): Promise<void> {
  app.get(SiteService, { strict: false }).leave();
  const since = performance.now();
  const idle = setInterval(() => lines.letGo(performance.now() - since), IDLE_LOOK_MS);
  await app.close();
  clearInterval(idle);
  process.exit(0);
}

async function start(): Promise<{ app: NestFastifyApplication; lines: OpenLines }> {
  const settings = readSettings(process.env);
  // Port 0 is any port: nobody can know it, and ask, before it has been said.
  const closeStartingDoor = settings.PORT ? await openStartingDoor(settings.PORT, settings.HOST) : undefined;
  const app = await createApp(settings);
  const lines = new OpenLines(app.getHttpServer());
  await app.init();
  await closeStartingDoor?.();
  await app.listen(settings.PORT, settings.HOST).catch((error: unknown) => {
    throw whyUnheard(error, settings.PORT, settings.HOST);
  });
  process.stdout.write(`政务公开已就绪：${await app.getUrl()}\n`);
  return { app, lines };
}
