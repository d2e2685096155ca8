import { listPeople } from '@county/shared/people/people-routes';
import type { PersonView } from '@county/shared/people/person';
import { ROLE_LABELS } from '@county/shared/people/role';
import { useState } from 'react';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Page } from '../../../ui/page';
import { SearchField } from '../../../ui/search-field';
import { Card, Flow, Row } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { AddPersonSheet } from './add-person-sheet';
import { PersonSheet } from './person-sheet';

/** The people of the own unit and of units under it; invited, moved and let go here. */
export default function PeoplePage() {
  const staff = useStaff();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<PersonView>();
  const manages = staff?.role === 'unit-lead' || staff?.role === 'administrator';
  const list = useList(listPeople, manages ? { query: { text: wanted, limit: 50 } } : null);
  if (!staff) return <SignInFirst title="人员" />;
  return (
    <Page title="人员" about={staff.role === 'administrator' ? '全县' : `${staff.unitName ?? ''}和所辖单位`}>
      <Card>
        <Flow>
          <SearchField
            label="按姓名找"
            value={text}
            onChange={setText}
            onSearch={() => setWanted(text.trim() || undefined)}
          />
          <Button
            icon="user-plus"
            disabledReason={manages ? null : '由单位负责人或管理员管理人员'}
            onPress={() => setAdding(true)}
          >
            添加人员
          </Button>
          <Button icon="upload" href="/pages/people/roster/index">
            导入名册
          </Button>
        </Flow>
      </Card>
      <ListAnswer
        of={list}
        empty={
          <Card>
            <EmptyState icon="users" title="没有找到人员">
              换个姓名再找，或添加人员。
            </EmptyState>
          </Card>
        }
      >
        {(people) => (
          <Card flush>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} onOpen={() => setOpened(person)} />
            ))}
          </Card>
        )}
      </ListAnswer>
      {adding ? <AddPersonSheet onClose={() => setAdding(false)} onDone={list.reload} /> : null}
      {opened ? <PersonSheet person={opened} onClose={() => setOpened(undefined)} onDone={list.reload} /> : null}
    </Page>
  );
}

function PersonRow({ person, onOpen }: { person: PersonView; onOpen: () => void }) {
  const posts = person.memberships.map(({ unitName, role }) => `${unitName} ${ROLE_LABELS[role]}`).join('；');
  return (
    <Row
      icon="user-round"
      title={person.name}
      about={[posts, person.phoneEnding && `手机尾号 ${person.phoneEnding}`].filter(Boolean).join(' · ')}
      onPress={onOpen}
      end={
        person.canSignIn ? (
          <Tag tone="pine" icon="circle-check">
            可登录
          </Tag>
        ) : person.invitedUntil ? (
          <Tag tone="amber" icon="clock">
            已邀请
          </Tag>
        ) : (
          <Tag tone="stone" icon="circle-dashed">
            未邀请
          </Tag>
        )
      }
    />
  );
}
