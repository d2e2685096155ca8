import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { myListPage, readinessInWords } from '../../navigation/guide-pages';
import { myLists } from '../../api/my-lists';
import { Card, Row, Section } from '../../ui/surface';

const SHOWN = 5;

/** 我的清单: what this person made of the questions and keeps on this device. */
export function SavedLists() {
  const [lists, setLists] = useState(myLists);
  useDidShow(() => setLists(myLists()));
  if (!lists.length) return null;
  return (
    <Section title="我的清单" about="存在这台设备上，没有信号也能看">
      <Card flush>
        {lists.slice(0, SHOWN).map((list) => (
          <Row
            key={`${list.guide.id} ${list.answers}`}
            icon="list-checks"
            title={list.guide.content.plainTitle}
            about={readinessInWords(list)}
            to={myListPage(list.guide.id, list.answers)}
          />
        ))}
      </Card>
    </Section>
  );
}
