import { dueDayInWords } from '@county/shared/calendar/day';
import { invitePerson, letPersonGo, movePerson } from '@county/shared/people/people-routes';
import type { Invitation, OpenWork, PersonView } from '@county/shared/people/person';
import { today } from '../../../platform/clock';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { withQuery } from '../../../platform/navigation';
import { FailureNotice } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm, Sheet } from '../../../ui/dialog';
import { Row, Section, Stack } from '../../../ui/surface';
import { toast } from '../../../ui/toast';
import { InvitationCard } from './invitation-card';
import { UnitAndRole, useReachableUnits, type Post } from './unit-and-role';

interface Props {
  person: PersonView;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** What may be done about one person: invite, reset, move, let go. */
export function PersonSheet({ person, onClose, onDone }: Props) {
  const [invitation, setInvitation] = useState<Invitation>();
  const [moving, setMoving] = useState(false);
  const [openWork, setOpenWork] = useState<OpenWork[]>();
  const [failure, setFailure] = useState<Failure>();
  const params = { personId: person.id };
  const invite = async (reset: boolean) => {
    const words = `${person.name}现在的登录会立即失效，要用新邀请码重新绑定。`;
    if (reset && !(await confirm({ title: '重置登录？', words, yes: '重置', danger: true }))) return;
    const answer = await call(invitePerson, { params, body: { reset } });
    if (!answer.ok) return setFailure(answer.failure);
    setInvitation(answer.reply);
    await onDone();
  };
  const letGo = async () => {
    const words = `${person.name}将不能再登录；本单位未办完的任务会列出来，方便移交。`;
    if (!(await confirm({ title: '办理离任？', words, yes: '离任', danger: true }))) return;
    const answer = await call(letPersonGo, { params });
    if (!answer.ok) return setFailure(answer.failure);
    setOpenWork(answer.reply.openWork);
    await onDone();
  };
  if (openWork) return <HandOver person={person} openWork={openWork} onClose={onClose} />;
  return (
    <Sheet title={person.name} onClose={onClose}>
      <Stack>
        <FailureNotice failure={failure} />
        {invitation ? <InvitationCard invitation={invitation} name={person.name} /> : null}
        <Button kind="primary" icon="qr-code" wide onPress={() => void invite(false)}>
          {person.invitedUntil ? '重新生成邀请码' : '生成邀请码'}
        </Button>
        <Button icon="refresh-cw" wide onPress={() => void invite(true)}>
          重置登录
        </Button>
        {moving ? (
          <Move person={person} onMoved={onClose} onDone={onDone} />
        ) : (
          <Button icon="split" wide onPress={() => setMoving(true)}>
            调动
          </Button>
        )}
        <Button kind="danger" icon="log-out" wide onPress={() => void letGo()}>
          离任
        </Button>
      </Stack>
    </Sheet>
  );
}

function Move({ person, onMoved, onDone }: { person: PersonView; onMoved: () => void; onDone: () => Promise<void> }) {
  const units = useReachableUnits();
  const [post, setPost] = useState<Post>({ unitName: person.memberships[0]?.unitName ?? '', role: 'officer' });
  const [failure, setFailure] = useState<Failure>();
  const unit = units.find(({ name }) => name === post.unitName);
  const move = async () => {
    if (!unit) return;
    const answer = await call(movePerson, {
      params: { personId: person.id },
      body: { unitId: unit.id, role: post.role },
    });
    if (!answer.ok) return setFailure(answer.failure);
    toast('已调动');
    onMoved();
    await onDone();
  };
  return (
    <Stack>
      <FailureNotice failure={failure} />
      <UnitAndRole post={post} units={units} onChange={setPost} />
      <Button kind="primary" disabledReason={unit ? null : '请从列表里选一个单位'} onPress={() => void move()}>
        确认调动
      </Button>
    </Stack>
  );
}

function HandOver({ person, openWork, onClose }: { person: PersonView; openWork: OpenWork[]; onClose: () => void }) {
  return (
    <Sheet title={`${person.name}已离任`} onClose={onClose} actions={<Button onPress={onClose}>知道了</Button>}>
      <Section
        title={openWork.length ? `本单位还有 ${openWork.length} 项未办完，请安排接手` : '本单位没有未办完的任务'}
      >
        {openWork.map((work) => (
          <Row
            key={work.assignmentId}
            title={work.title}
            about={[work.unitName, work.dueOn && dueDayInWords(work.dueOn, today())].filter(Boolean).join(' · ')}
            to={withQuery('/pages/tasks/line/index', { id: work.assignmentId })}
          />
        ))}
      </Section>
    </Sheet>
  );
}
