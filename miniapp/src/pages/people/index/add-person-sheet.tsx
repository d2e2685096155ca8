import { checkInput } from '@county/shared/http/input';
import type { FieldIssue } from '@county/shared/http/problem';
import { addPerson } from '@county/shared/people/people-routes';
import { NewPerson } from '@county/shared/people/person';
import { useState } from 'react';
import { call } from '../../../api/call';
import { issueAt, type Failure } from '../../../api/failure';
import { useIdOf } from '../../../api/use-id-of';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { UnitAndRole, useReachableUnits, type Post } from './unit-and-role';

/** Adds one person; whoever has the phone already gets another post rather than a double. */
export function AddPersonSheet({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const units = useReachableUnits();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [post, setPost] = useState<Post>({ unitName: '', role: 'officer' });
  const id = useIdOf({ name, phone, post });
  const [issues, setIssues] = useState<FieldIssue[]>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const unitId = units.find((unit) => unit.name === post.unitName)?.id;
    const checked = checkInput(NewPerson, { id, name, phone, unitId, role: post.role });
    setIssues(checked.valid ? undefined : checked.issues);
    if (!checked.valid) return;
    setBusy(true);
    const answer = await call(addPerson, { body: checked.value });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    toast('已添加，请再发邀请');
    onClose();
    await onDone();
  };
  return (
    <Sheet
      title="添加人员"
      onClose={onClose}
      actions={
        <Button kind="primary" busy={busy} onPress={() => void add()}>
          添加
        </Button>
      }
    >
      <Stack>
        <FailureNotice failure={failure} />
        <Field label="姓名" value={name} onChange={setName} maxLength={30} error={issueAt(issues, 'name')} />
        <Field
          label="手机号"
          kind="phone"
          hint="只用于登录，加密保存，不显示给别人"
          value={phone}
          onChange={setPhone}
          error={issueAt(issues, 'phone')}
        />
        <UnitAndRole
          post={post}
          units={units}
          onChange={setPost}
          unitError={issueAt(issues, 'unitId') && '请从列表里选一个单位'}
          roleError={issueAt(issues, 'role')}
        />
      </Stack>
    </Sheet>
  );
}
