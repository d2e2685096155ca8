import { createApp } from './app.ts';
import { readSettings } from './config/settings.ts';

const settings = readSettings(process.env);
const app = await createApp(settings);
await app.listen(settings.PORT, settings.HOST);
process.stdout.write(`政务公开已就绪：${await app.getUrl()}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // An idle keep-alive client would otherwise hold the close for more than a minute.
    const idle = setInterval(() => app.getHttpServer().closeIdleConnections(), 100);
    void app.close().then(() => {
      clearInterval(idle);
      process.exit(0);
    });
  });
}
