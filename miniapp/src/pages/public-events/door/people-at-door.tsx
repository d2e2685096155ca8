import type { AtDoor } from '@county/shared/public-events/door-acts';
import type { EventGroup } from '@county/shared/public-events/event-content';
import { entriesFound } from '@county/shared/public-events/sign-up-search';
import { useState } from 'react';
import { Box } from '../../../ui/base/box';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { SearchField } from '../../../ui/search-field';
import { Card, Section } from '../../../ui/surface';
import { nameOf } from './name-of';
import { OneAtDoor } from './one-at-door';

/** More are not read through at a door: a name is typed. */
const MOST_SHOWN = 60;

interface PeopleAtDoorProps {
  people: readonly AtDoor[];
  groups: readonly EventGroup[];
  sessionKey: string;
  isOpen: boolean;
  onCome(come: readonly AtDoor[], who: string): Promise<void>;
  onWalkIn(one: AtDoor): void;
  onTakeBack(one: AtDoor): Promise<void>;
}

/** Those of a session: who is still to come, who is here, who has no place. */
export function PeopleAtDoor({ people, groups, sessionKey, isOpen, onCome, onWalkIn, onTakeBack }: PeopleAtDoorProps) {
  const [words, setWords] = useState('');
  const found = entriesFound(people, words);
  const ahead = found.filter(({ state, arrivedAt }) => state === 'confirmed' && arrivedAt === null);
  const come = found
    .filter(({ arrivedAt }) => arrivedAt !== null)
    .sort((one, other) => (one.arrivedAt! < other.arrivedAt! ? 1 : -1));
  const without = found.filter(({ state, arrivedAt }) => state !== 'confirmed' && arrivedAt === null);
  const takeBack = async (one: AtDoor) => {
    const agreed = await confirm({
      title: `撤回${nameOf(one)}的签到？`,
      words: one.via === 'walk-in' ? '这一位就不再算到场。' : '这一位回到“还没到的”里，来了可以再签到。',
      yes: '撤回',
      no: '不撤回',
    });
    if (agreed) await onTakeBack(one);
  };
  const list = (title: string, of: readonly AtDoor[], none: string) => (
    <Section title={`${title}（${of.length}）`}>
      <Card flush>
        {of.length ? (
          of
            .slice(0, MOST_SHOWN)
            .map((one) => (
              <OneAtDoor
                key={one.attendeeId}
                one={one}
                groupName={groups.length > 1 ? (groups.find(({ key }) => key === one.groupKey)?.name ?? '') : ''}
                sessionKey={sessionKey}
                isOpen={isOpen}
                onCome={() => onCome([one], nameOf(one))}
                onWalkIn={() => onWalkIn(one)}
                onTakeBack={() => void takeBack(one)}
              />
            ))
        ) : (
          <EmptyState icon="users" title={words ? '没有找到，换个写法试试' : none} />
        )}
        {of.length > MOST_SHOWN ? (
          <Box className="at-door-more">{`还有 ${of.length - MOST_SHOWN} 位没有列出，请输入姓名或报名号查找`}</Box>
        ) : null}
      </Card>
    </Section>
  );
  return (
    <Box className="door-people">
      <SearchField label="按姓名或报名号找" value={words} onChange={setWords} />
      {list('还没到的', ahead, '报上的都到了')}
      {come.length ? list('已经到的', come, '') : null}
      {without.length ? list('没有名额的', without, '') : null}
    </Box>
  );
}
