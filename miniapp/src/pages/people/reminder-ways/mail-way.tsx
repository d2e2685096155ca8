import { confirmMailAddress, giveMailAddress, removeMailAddress } from '@county/shared/channels/channel-routes';
import { MailCode, NewMailAddress, type MailReach } from '@county/shared/channels/mail-address';
import { checkInput } from '@county/shared/http/input';
import { useRef, useState } from 'react';
import { call } from '../../../api/call';
import { issueAt } from '../../../api/failure';
import { useSending } from '../../../api/use-sending';
import { SmallForm } from '../../../components/small-form';
import { newId } from '../../../platform/ids';
import { FailureNotice, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Card, Flow, Row, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { StateTag } from './state-tag';

interface MailWayProps {
  mail: MailReach;
  onChange(mail: MailReach): void;
}

/** The person's own mail address: given, confirmed by a code, changed, taken away. */
export function MailWay({ mail, onChange }: MailWayProps) {
  const { isOpen, address, waiting } = mail;
  const [typing, setTyping] = useState(false);
  const about = !isOpen ? '县里还没有开通邮件提醒' : (address ?? '登记邮箱后，微信送不到的提醒会发到邮箱');
  return (
    <Section title="邮件">
      <Card flush>
        <Row icon="send" title="邮件提醒" about={about} end={<StateTag isOpen={isOpen} isReady={address !== null} />} />
      </Card>
      {isOpen && waiting && !typing ? (
        <CodeForm mail={mail} onChange={onChange} onOther={() => setTyping(true)} />
      ) : null}
      {isOpen && (typing || (!address && !waiting)) ? (
        <AddressForm
          onChange={(changed) => {
            setTyping(false);
            onChange(changed);
          }}
          onLeave={address || waiting ? () => setTyping(false) : undefined}
        />
      ) : null}
      {address && !typing && !waiting ? (
        <Change isOpen={isOpen} onChange={onChange} onOther={() => setTyping(true)} />
      ) : null}
    </Section>
  );
}

function AddressForm({ onChange, onLeave }: { onChange(mail: MailReach): void; onLeave: (() => void) | undefined }) {
  const [address, setAddress] = useState('');
  const { send, busy, issues, failure, setIssues } = useSending<MailReach>(onChange, ['address']);
  /** Kept while the same address is tried again, so that a lost answer costs no second mail. */
  const attempt = useRef({ id: newId(), address: '' });
  const submit = () => {
    if (attempt.current.address !== address) attempt.current = { id: newId(), address };
    const checked = checkInput(NewMailAddress, attempt.current);
    if (!checked.valid) return setIssues(checked.issues);
    void send(call(giveMailAddress, { body: checked.value }));
  };
  return (
    <Card>
      <SmallForm
        words="发送验证码"
        icon="send"
        busy={busy}
        failure={failure}
        onSend={submit}
        foot={
          onLeave ? (
            <Button kind="quiet" wide onPress={onLeave}>
              不改了
            </Button>
          ) : null
        }
      >
        <Field
          label="邮箱地址"
          hint="先发一封带验证码的邮件，确认是您的邮箱；地址加密保存"
          placeholder="name@example.gov.cn"
          value={address}
          onChange={setAddress}
          autoComplete="email"
          error={issueAt(issues, 'address')}
        />
      </SmallForm>
    </Card>
  );
}

function CodeForm({ mail, onChange, onOther }: MailWayProps & { onOther(): void }) {
  const [code, setCode] = useState('');
  const { send, busy, issues, failure, setIssues } = useSending<MailReach>(
    (changed) => {
      toast('邮箱已确认');
      onChange(changed);
    },
    ['code'],
  );
  const submit = () => {
    const checked = checkInput(MailCode, { code });
    if (!checked.valid) return setIssues(checked.issues);
    void send(call(confirmMailAddress, { body: checked.value }));
  };
  const { address, until } = mail.waiting!;
  return (
    <Card>
      <SmallForm
        words="确认邮箱"
        icon="check"
        busy={busy}
        failure={failure}
        onSend={submit}
        about={
          <Notice title={`验证码已发到 ${address}`}>{`${timeInWords(until)} 前有效。没有收到请看看垃圾邮件。`}</Notice>
        }
        foot={
          <Button kind="quiet" wide onPress={onOther}>
            换一个地址，或重新发送
          </Button>
        }
      >
        <Field
          label="验证码"
          hint="邮件里的 6 位数字"
          kind="number"
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          error={issueAt(issues, 'code')}
        />
      </SmallForm>
    </Card>
  );
}

function Change({ isOpen, onChange, onOther }: { isOpen: boolean; onChange(mail: MailReach): void; onOther(): void }) {
  const { send, busy, failure } = useSending<MailReach>((changed) => {
    toast('邮箱已删除');
    onChange(changed);
  });
  const remove = async () => {
    const words = '删除后不再向这个邮箱发提醒；随时可以重新登记。';
    if (await confirm({ title: '删除邮箱？', words, yes: '删除', danger: true }))
      await send(call(removeMailAddress, {}));
  };
  return (
    <Card>
      <Stack>
        <FailureNotice failure={failure} />
        <Flow>
          {isOpen ? (
            <Button icon="pencil" onPress={onOther}>
              更换邮箱
            </Button>
          ) : null}
          <Button icon="trash-2" busy={busy} onPress={() => void remove()}>
            删除邮箱
          </Button>
        </Flow>
      </Stack>
    </Card>
  );
}
