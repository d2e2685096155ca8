import { consentToWechat } from '@county/shared/channels/channel-routes';
import { WECHAT_REACH_WORDS, type NewWechatConsent, type WechatCredit } from '@county/shared/channels/wechat-consent';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { askToRemind, canSubscribe, openMessageSettings } from '../../../platform/subscribe';
import type { SubscribeAnswer } from '../../../platform/subscribe-answer';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Card, Row, Section, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';

interface WechatWayProps {
  credit: WechatCredit;
  onChange(credit: WechatCredit): void;
}

/** How many more times WeChat may remind, and the tap that adds one. */
export function WechatWay({ credit, onChange }: WechatWayProps) {
  const { reach, credits } = credit;
  const isOpen = reach === 'open' || reach === 'stopped-today';
  const about = reach !== 'open' ? WECHAT_REACH_WORDS[reach] : credits ? ONE_EACH : `没有可用次数。${ONE_EACH}`;
  return (
    <Section title="微信">
      <Card flush>
        <Row icon="message-square-text" title="微信提醒" about={about} end={<CreditTag credit={credit} />} />
      </Card>
      {isOpen && canSubscribe ? <Renewal credit={credit} onChange={onChange} /> : null}
      {isOpen && !canSubscribe ? (
        <Notice title="请在微信小程序里续订">打开小程序的“我的 - 提醒方式”，点一下即可。</Notice>
      ) : null}
    </Section>
  );
}

const ONE_EACH = '微信规定每同意一次只能提醒一次';

function CreditTag({ credit: { reach, credits } }: Pick<WechatWayProps, 'credit'>) {
  if (reach === 'not-set-up')
    return (
      <Tag tone="stone" icon="circle-minus">
        未开通
      </Tag>
    );
  if (reach !== 'open' && reach !== 'stopped-today')
    return (
      <Tag tone="amber" icon="triangle-alert">
        {reach === 'not-bound' ? '未绑定' : '暂停'}
      </Tag>
    );
  return credits ? (
    <Tag tone="pine" icon="circle-check">
      {`还剩 ${credits} 次`}
    </Tag>
  ) : (
    <Tag tone="amber" icon="circle-dashed">
      0 次
    </Tag>
  );
}

function Renewal({ credit: { purpose, templateId, credits }, onChange }: WechatWayProps) {
  const [answer, setAnswer] = useState<SubscribeAnswer>();
  const [failure, setFailure] = useState<Failure>();
  /** What WeChat has counted and we have not: sent again under the same id. */
  const [unsaved, setUnsaved] = useState<NewWechatConsent>();
  const [busy, setBusy] = useState(false);

  const keep = async (consent: NewWechatConsent) => {
    setBusy(true);
    const kept = await call(consentToWechat, { body: consent });
    setBusy(false);
    setUnsaved(kept.ok ? undefined : consent);
    setFailure(kept.ok ? undefined : kept.failure);
    if (!kept.ok) return;
    onChange(kept.reply);
    if (consent.result === 'accept') toast('已续订，又可以提醒一次');
  };
  const ask = () => {
    if (templateId === null) return;
    // WeChat asks only as the first thing a tap does.
    void askToRemind(templateId).then((given) => {
      setAnswer(given);
      if (given.kind === 'answered') void keep({ id: newId(), purpose, result: given.result });
    });
  };

  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Asked answer={answer} />
        {unsaved ? (
          <Button kind="primary" icon="refresh-cw" wide busy={busy} onPress={() => void keep(unsaved)}>
            微信里已回答，点此登记
          </Button>
        ) : (
          <Button kind="primary" icon="bell" wide busy={busy} onPress={ask}>
            {credits ? `微信提醒还剩 ${credits} 次，点此续订` : '开启微信提醒'}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** What is in the way, where the answer was not yes. */
function Asked({ answer }: { answer: SubscribeAnswer | undefined }) {
  if (!answer || (answer.kind === 'answered' && answer.result === 'accept')) return null;
  if (answer.kind === 'failed')
    return (
      <Notice kind="warn" title="微信没有弹出询问">
        请再点一次；仍不行时，请更新微信后再试。
      </Notice>
    );
  if (answer.kind === 'answered' && answer.result !== 'reject')
    return (
      <Notice kind="warn" title="微信没有开放这个提醒模板">
        请告诉管理员；站内提醒和其他方式不受影响。
      </Notice>
    );
  const isOff = answer.kind === 'switched-off';
  return (
    <Notice
      kind="warn"
      title={isOff ? '您在微信里关闭了本小程序的订阅消息' : '这次没有同意'}
      action={
        <Button icon="external-link" onPress={() => void openMessageSettings()}>
          打开设置
        </Button>
      }
    >
      {isOff
        ? '点“打开设置”，进入“订阅消息”，打开总开关后再回来续订。'
        : '需要时再点一次。如果勾选过“总是保持以上选择”，要在设置的“订阅消息”里改。'}
    </Notice>
  );
}
