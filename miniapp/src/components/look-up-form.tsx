import type { Checked } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { useState } from 'react';
import { failureSentence, issueAt, type Failure } from '../api/failure';
import type { Answer } from '../api/wire';
import { FailureNotice } from '../ui/answer';
import { Box } from '../ui/base/box';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Card, Section, Stack } from '../ui/surface';

interface Given {
  code: string;
  phone: string;
}

interface LookUpFormProps<T> {
  title: string;
  about: string;
  /** What the number is called here: 预约号, 报名号. */
  codeLabel: string;
  phoneHint: string;
  check(given: Given): Checked<Given>;
  find(given: Given): Promise<Answer<T>>;
  onFound(found: T): Promise<void>;
}

/** Finds something again that was made without an account: by its number and the phone it was made with. */
export function LookUpForm<T>({ title, about, codeLabel, phoneHint, check, find, onFound }: LookUpFormProps<T>) {
  const [code, setCode] = useState('');
  const [phone, setPhone] = useState('');
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    const checked = check({ code, phone });
    setFailure(undefined);
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await find(checked.value);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    await onFound(answer.reply);
  };
  return (
    <Section title={title} about={about}>
      <Card>
        <Box as="form" onSubmit={() => void look()}>
          <Stack>
            {failure?.kind === 'refused' ? (
              <Notice kind="danger" title={failureSentence(failure)} />
            ) : (
              <FailureNotice failure={failure} />
            )}
            <Field
              label={codeLabel}
              hint="6 位数字和字母，大小写都行"
              value={code}
              onChange={setCode}
              error={issueAt(issues, 'code')}
            />
            <Field
              label="手机号"
              kind="phone"
              hint={phoneHint}
              value={phone}
              onChange={setPhone}
              error={issueAt(issues, 'phone')}
            />
            <Button icon="search" submits busy={busy} onPress={() => void look()}>
              找回
            </Button>
          </Stack>
        </Box>
      </Card>
    </Section>
  );
}
