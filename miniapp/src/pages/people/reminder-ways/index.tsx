import { getReminderWays } from '@county/shared/channels/channel-routes';
import type { ReminderWays as Ways } from '@county/shared/channels/reminder-ways';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer } from '../../../ui/answer';
import { Page } from '../../../ui/page';
import { Card, Row, Section } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { MailWay } from './mail-way';
import { StateTag } from './state-tag';
import { WechatWay } from './wechat-way';

/** How one is reminded outside the product: what each way is worth now, and what to do about it. */
export default function ReminderWays() {
  const staff = useStaff();
  const ways = useCall(getReminderWays, staff ? {} : null);
  if (!staff) return <SignInFirst title="提醒方式" />;
  return (
    <Page title="提醒方式" about="先用微信；没有次数时用邮件，再用短信。都送不到的，会有人打电话">
      <Answer of={ways} shape="words">
        {(now) => (
          <>
            {now.wechat.map((credit) => (
              <WechatWay
                key={credit.purpose}
                credit={credit}
                onChange={(changed) =>
                  ways.replace({
                    ...now,
                    wechat: now.wechat.map((one) => (one.purpose === changed.purpose ? changed : one)),
                  })
                }
              />
            ))}
            <MailWay mail={now.mail} onChange={(mail) => ways.replace({ ...now, mail })} />
            <SmsWay sms={now.sms} />
            <Section title="站内">
              <Card flush>
                <Row
                  icon="bell"
                  title="首页的提醒"
                  about="所有提醒都在，不受上面影响"
                  end={
                    <Tag tone="pine" icon="circle-check">
                      一直有
                    </Tag>
                  }
                />
              </Card>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

function SmsWay({ sms: { isOpen, phoneEnding } }: Pick<Ways, 'sms'>) {
  const about = !isOpen
    ? '县里还没有开通短信提醒'
    : phoneEnding
      ? `发到您登录用的手机号，尾号 ${phoneEnding}`
      : '您没有登记手机号，收不到短信';
  return (
    <Section title="短信">
      <Card flush>
        <Row
          icon="phone"
          title="短信提醒"
          about={about}
          end={<StateTag isOpen={isOpen} isReady={phoneEnding !== null} />}
        />
      </Card>
    </Section>
  );
}
