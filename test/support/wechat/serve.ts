/** The stand-in's own process: it answers as WeChat at one address, and is told what to do at another. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startWechatStandIn } from '../wechat-stand-in.ts';
import type { Addresses } from './own-process.ts';

const { url, subscriptions, treats } = await startWechatStandIn();
const acts: Record<string, (...given: never[]) => unknown> = {
  addTemplate: subscriptions.addTemplate.bind(subscriptions),
  grant: subscriptions.grant.bind(subscriptions),
  treats,
  taken: () => subscriptions.taken,
};
const control = createServer(async (request, response) => {
  const given = JSON.parse(await text(request)) as never[];
  response.end(JSON.stringify(acts[request.url!.slice(1)]!(...given) ?? null));
});
await new Promise<void>((ready) => control.listen(0, '127.0.0.1', ready));
const { port } = control.address() as AddressInfo;
process.stdout.write(JSON.stringify({ url, control: `http://127.0.0.1:${port}` } satisfies Addresses));
