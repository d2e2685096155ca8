import { describe, expect, it } from '@jest/globals';
import { startWechatProcess } from '../../../test/support/wechat/own-process.ts';

const post = async (url: string, body: object) => {
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return (await reply.json()) as Record<string, unknown>;
};

describe('what stands in for WeChat', () => {
  it('does so as a process of its own, and tells what it has taken', async () => {
    const wechat = await startWechatProcess();
    try {
      await wechat.addTemplate('T', ['thing1']);
      await wechat.grant('openid-1', 'T');
      await wechat.treats('send', [{ errcode: -1 }]);
      const { access_token } = await post(`${wechat.url}/cgi-bin/stable_token`, { grant_type: 'client_credential' });
      const send = (token: unknown) =>
        post(`${wechat.url}/cgi-bin/message/subscribe/send?access_token=${String(token)}`, {
          touser: 'openid-1',
          template_id: 'T',
          page: 'pages/a/index',
          data: { thing1: { value: '一' } },
        });
      const answers = [
        await send(access_token),
        await send('another'),
        await send(access_token),
        await send(access_token),
      ];
      expect(answers.map(({ errcode }) => errcode)).toEqual([-1, 40001, 0, 43101]);
      expect(await wechat.taken()).toEqual([
        { openid: 'openid-1', templateId: 'T', page: 'pages/a/index', data: { thing1: '一' }, at: expect.any(String) },
      ]);
    } finally {
      wechat.kill();
    }
  });
});
