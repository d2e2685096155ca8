import type { EventKind } from '@county/shared/public-events/event-content';
import { EVENT_KIND_LABELS } from '@county/shared/public-events/event-words';
import { getEventFeed } from '@county/shared/public-events/public-event-routes';
import { useState } from 'react';
import { download } from '../../api/call';
import { failureSentence } from '../../api/failure';
import { pathOf } from '../../api/wire';
import { addToCalendar } from '../../platform/calendar-entry';
import { copy, pageAddress } from '../../platform/device';
import { openDocument } from '../../platform/files';
import { addressOf } from '../../platform/transport';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/dialog';
import { Facts, Stack } from '../../ui/surface';
import { toast } from '../../ui/toast';
import './month-calendar.scss';

/** WeChat puts single events into the phone's calendar, and subscribes to none. */
const IS_WECHAT = addToCalendar !== null;

/** The county's events in one's own calendar, renewed by themselves. */
export function SubscribeButton({ kind }: { kind: EventKind | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="calendar-days" onPress={() => setOpen(true)}>
        订阅到日历
      </Button>
      {isOpen ? <SubscribeSheet kind={kind} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SubscribeSheet({ kind, onClose }: { kind: EventKind | undefined; onClose(): void }) {
  const [busy, setBusy] = useState(false);
  const request = { query: kind ? { kind } : {} };
  const reached = addressOf(pathOf(getEventFeed, request));
  const address = reached.startsWith('/') ? pageAddress(reached) : reached;
  const what = kind ? `全县的${EVENT_KIND_LABELS[kind]}` : '全县的活动';
  const take = async () => {
    if (await copy(address)) toast('订阅地址已复制');
    else toast('没有复制成，请长按下面的地址复制', 'danger');
  };
  const fetchOnce = async () => {
    setBusy(true);
    const file = await download(getEventFeed, request, '全县活动.ics');
    setBusy(false);
    if (!file.ok) return toast(failureSentence(file.failure), 'danger');
    await openDocument(file.reply);
    return toast('打开下载的文件，就加进日历了');
  };
  return (
    <Sheet
      title={`把${what}订阅到日历`}
      onClose={onClose}
      actions={
        <Button kind="primary" icon="copy" wide onPress={() => void take()}>
          复制订阅地址
        </Button>
      }
    >
      <Stack>
        <Box>订阅一次，以后新发的活动、改期、取消，都会自动出现在您的日历里。不用登录，也不收集您的信息。</Box>
        {IS_WECHAT ? (
          <Box>微信里不能直接订阅：先复制地址，再照下面的办法粘贴。只想记一场的，在那场活动的页面按“加入日历”。</Box>
        ) : null}
        <Facts
          facts={[
            {
              name: '苹果手机',
              value: '“设置”→“日历”→“账户”→“添加账户”→“其他”→“添加已订阅的日历”，粘贴地址',
            },
            {
              name: '安卓手机',
              value: '打开“日历”，在设置里找“订阅”或“从网址添加”，粘贴地址；没有这一项的，用电脑订阅',
            },
            { name: '电脑', value: '在日历程序里选“添加日历”→“从互联网订阅”，粘贴地址' },
          ]}
        />
        <Box className="feed-address">{address}</Box>
        {IS_WECHAT ? null : (
          <Box>
            <Button icon="download" busy={busy} onPress={() => void fetchOnce()}>
              不订阅，只下载一次
            </Button>
          </Box>
        )}
      </Stack>
    </Sheet>
  );
}
