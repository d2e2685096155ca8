import { describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { PublicEventDraft } from '@county/shared/public-events/public-event';
import { EventCounty, good } from '../support/event-county.ts';
import { DESK, gone, openAs, presses, sees, setUpInBrowser } from './browser.ts';

const TITLE = '路线图';

describe('what a reviewer is shown of a changed notice', () => {
  const at = setUpInBrowser(EventCounty);

  const file = async (words: string): Promise<string> => {
    const id = newId();
    const form = new FormData();
    form.set('id', id);
    form.set('file', new Blob([`%PDF-1.4\n%${words}\n%%EOF\n`], { type: 'application/pdf' }), '路线.pdf');
    const token = await at.here.map.token('township-officer');
    good(await at.county.ask('POST', '/files', { token, body: form }));
    return id;
  };

  it('is each thing that changed, also what the printed notice does not tell, and the files to open', async () => {
    at.here.map.at('2026-11-26');
    const asked = {
      key: 'way',
      label: '怎么来',
      purpose: '安排停车位',
      kind: 'text',
      options: [],
      isRequired: false,
    };
    const plain = at.here.content();
    const { signUp, place } = plain;
    const [old, fresh] = [await file('旧'), await file('新')];
    const event = await at.here.event({
      ...plain,
      signUp: { ...signUp!, fields: [asked as never] },
      attachments: [{ fileId: old, title: TITLE, isPaper: false }],
    });
    const { content, revision } = good<PublicEventDraft>(
      await at.here.as('township-officer', 'GET', `/events/${event.id}`),
    );
    const choice = { ...asked, kind: 'choice', options: ['走路', '坐车'], isRequired: true };
    const change = {
      id: newId(),
      onRevision: revision,
      content: {
        ...content,
        place: { ...place, position: { longitude: 105.55, latitude: 31.49, datum: 'wgs84' } },
        signUp: { ...content.signUp!, mostPeople: 2, fields: [choice] },
        attachments: [{ fileId: fresh, title: TITLE, isPaper: false }],
      },
    };
    const written = good<PublicEventDraft>(
      await at.here.as('township-officer', 'POST', `/events/${event.id}/changes`, change),
    );
    const onRevision = written.revision;
    good(await at.here.as('township-officer', 'POST', `/events/${event.id}/proposals`, { onRevision }));

    const lead = await openAs(at, '段立新', DESK);
    await lead.goto(`${at.county.url}/pages/public-events/kept/index?part=to-review`);
    await presses(lead, plain.title);
    await sees(lead, '改了 4 处');
    for (const words of [
      /东经 105\.52，北纬 31\.47/,
      /东经 105\.55，北纬 31\.49/,
      /^5 人$/,
      /^2 人$/,
      /怎么来（写字；选填）/,
      /怎么来（选一项；走路、坐车；必填）/,
      new RegExp(`文件编号尾数 ${old.slice(-6)}`),
      new RegExp(`文件编号尾数 ${fresh.slice(-6)}`),
    ])
      await sees(lead, words);
    await gone(lead.getByText('参观沉淀池').filter({ visible: true }));
    const link = lead.getByRole('link', { name: `打开附件：${TITLE}` }).filter({ visible: true });
    const opened = await fetch(new URL((await link.getAttribute('href'))!, lead.url()));
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('新')]);
    await lead.context().close();
  });
});
