import { consentToWechat } from '@county/shared/channels/channel-routes';
import type { NewWechatConsent, WechatCredit } from '@county/shared/channels/wechat-consent';
import { useState } from 'react';
import { call } from '../api/call';
import type { Failure } from '../api/failure';
import { newId } from '../platform/ids';
import { askToRemind, openMessageSettings } from '../platform/subscribe';
import type { SubscribeAnswer } from '../platform/subscribe-answer';
import { FailureNotice } from '../ui/answer';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Card, Stack } from '../ui/surface';
import { toast } from '../ui/toast';

export interface WechatRenewalProps {
  credit: WechatCredit;
  onChange(credit: WechatCredit): void;
}

/** The tap that lets WeChat remind once more; WeChat asks, and what was answered is registered. */
export function WechatRenewal({ credit: { purpose, templateId, credits }, onChange }: WechatRenewalProps) {
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
