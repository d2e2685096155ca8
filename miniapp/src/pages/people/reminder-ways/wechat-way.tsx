import { WECHAT_REACH_WORDS, type WechatCredit } from '@county/shared/channels/wechat-consent';
import { WechatRenewal, type WechatRenewalProps } from '../../../components/wechat-renewal';
import { canSubscribe } from '../../../platform/subscribe';
import { Notice } from '../../../ui/notice';
import { Card, Row, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';

/** How many more times WeChat may remind, and the tap that adds one. */
export function WechatWay({ credit, onChange }: WechatRenewalProps) {
  const { reach, credits } = credit;
  const isOpen = reach === 'open' || reach === 'stopped-today';
  const about = reach !== 'open' ? WECHAT_REACH_WORDS[reach] : credits ? ONE_EACH : `没有可用次数。${ONE_EACH}`;
  return (
    <Section title="微信">
      <Card flush>
        <Row icon="message-square-text" title="微信提醒" about={about} end={<CreditTag credit={credit} />} />
      </Card>
      {isOpen && canSubscribe ? <WechatRenewal credit={credit} onChange={onChange} /> : null}
      {isOpen && !canSubscribe ? (
        <Notice title="请在微信小程序里续订">打开小程序的“我的 - 提醒方式”，点一下即可。</Notice>
      ) : null}
    </Section>
  );
}

const ONE_EACH = '微信规定每同意一次只能提醒一次';

function CreditTag({ credit: { reach, credits } }: { credit: WechatCredit }) {
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
