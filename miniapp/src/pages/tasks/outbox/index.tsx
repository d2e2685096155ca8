import { dayInWords } from '@county/shared/calendar/day';
import { useState } from 'react';
import { discard, sendAll, sendNow, useOutbox } from '../../../api/outbox';
import {
  goesOn,
  isOnlyHere,
  outboxSentence,
  unsent,
  whyHeld,
  type OutboxItem,
  type Sender,
} from '../../../api/outbox-queue';
import { useActor } from '../../../api/session';
import { today } from '../../../platform/clock';
import { timeInWords } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { Card, Flow, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { UnsentDrafts } from '../unsent-drafts';

/** Everything sent from this device that the county may not have yet, with the reason of each. */
export default function Outbox() {
  const { items, opened } = useOutbox();
  const [busy, setBusy] = useState(false);
  const open = unsent(items);
  const sent = items.filter((item) => item.state === 'sent').reverse();
  const sendEverything = async () => {
    setBusy(true);
    await sendAll();
    setBusy(false);
    toast(outboxSentence(useOutbox.getState().items), unsent(useOutbox.getState().items).length ? 'danger' : 'success');
  };
  return (
    <Page
      title="待发送"
      about={opened ? outboxSentence(items) : undefined}
      action={
        open.length ? (
          <Button icon="send" busy={busy} onPress={() => void sendEverything()}>
            全部发送
          </Button>
        ) : undefined
      }
    >
      {opened ? null : <Skeleton count={2} />}
      {opened && !open.length ? (
        <Card>
          <EmptyState icon="circle-check" title="没有待发送的内容">
            没有信号时提交的内容会存在这里，有网络后自动发送。
          </EmptyState>
        </Card>
      ) : null}
      {open.map((item) => (
        <UnsentItem key={item.id} item={item} />
      ))}
      <UnsentDrafts />
      {sent.length ? (
        <Section title="最近已发送">
          <Card>
            <Stack>
              {sent.map((item) => (
                <Flow key={item.id}>
                  <Tag tone="pine" icon="circle-check">
                    已发送
                  </Tag>
                  <Box>{item.title}</Box>
                  <Box className="field-hint">{item.sentAt ? timeInWords(item.sentAt) : ''}</Box>
                  {item.notice ? <Box className="row-about">{item.notice}</Box> : null}
                </Flow>
              ))}
            </Stack>
          </Card>
        </Section>
      ) : null}
    </Page>
  );
}

function UnsentItem({ item }: { item: OutboxItem }) {
  const actor = useActor();
  const sender: Sender = actor && { personId: actor.personId, unitId: actor.unitId };
  const held = whyHeld(item, sender);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const result = await sendNow(item.id);
    setBusy(false);
    if (result?.item.state === 'sent') toast('已发送');
  };
  const remove = async () => {
    const agreed = await confirm({
      title: '删除这条内容？',
      words: `“${item.title}”还没有全部送达，删除后无法找回。`,
      yes: '删除',
      danger: true,
    });
    if (agreed) await discard(item.id);
  };
  const goes = goesOn(item);
  const photosLeft = item.photos.filter((photo) => photo.state !== 'sent').length;
  return (
    <Card>
      <Stack>
        <Flow>
          <StateTag item={item} />
          {item.wordsSent ? (
            <Tag tone="pine" icon="circle-check">
              文字已送达
            </Tag>
          ) : null}
          {photosLeft ? <Tag tone="amber" icon="image">{`${photosLeft} 张照片未送达`}</Tag> : null}
        </Flow>
        <Box className="row-title">{item.title}</Box>
        <Box className="row-about">
          {[
            `${timeInWords(item.createdAt)} 提交`,
            item.unitName,
            held ?? item.reason,
            item.lastTriedAt && `上次尝试 ${timeInWords(item.lastTriedAt)}`,
            isOnlyHere(item) && '这台设备存满了，没有存下；关掉就没有了',
            goes && `不处理的话，${dayInWords(goes, today())} 以后自动删去`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
        <Flow>
          <Button icon="send" busy={busy || item.state === 'sending'} disabledReason={held} onPress={() => void send()}>
            {item.state === 'failed' ? '再次发送' : '现在发送'}
          </Button>
          <Button kind="quiet" icon="trash-2" onPress={() => void remove()}>
            删除
          </Button>
        </Flow>
      </Stack>
    </Card>
  );
}

function StateTag({ item }: { item: OutboxItem }) {
  if (item.state === 'sending')
    return (
      <Tag tone="blue" icon="send">
        正在发送
      </Tag>
    );
  if (item.state === 'failed')
    return (
      <Tag tone="cinnabar" icon="circle-alert">
        需要处理
      </Tag>
    );
  return (
    <Tag tone="amber" icon="clock">
      等待发送
    </Tag>
  );
}
