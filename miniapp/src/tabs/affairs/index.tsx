import { AUDIENCE_LABELS } from '@county/shared/service-guides/guide-in-words';
import type { PublicGuideSummary } from '@county/shared/service-guides/service-guide';
import { useEffect, useState } from 'react';
import { useKeptGuides, useRenewedGuides } from '../../api/kept-guides';
import { GuideRow } from '../../components/guide-row';
import { FailureState, timeInWords } from '../../ui/answer';
import { Box } from '../../ui/base/box';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { Select } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { SearchField } from '../../ui/search-field';
import { Skeleton } from '../../ui/skeleton';
import { Card, Row, Section } from '../../ui/surface';
import { Found } from './found';
import { Bookings } from './bookings';
import { FoundHandbooks, Handbooks } from './handbooks';
import { SavedLists } from './saved-lists';
import { lookInAffairs, useSoughtWords } from './sought-words';

const PAUSE = 300;

/** 办事: what to bring, where to go, how long it takes; found by the words people use. */
export default function Affairs() {
  useRenewedGuides();
  const { words } = useSoughtWords();
  const sought = useSettled(words.trim());
  return (
    <Page title="办事" about="带什么、去哪办、多久办好，先看清楚再出门">
      <SearchField label="办什么事？如 社保卡" value={words} onChange={lookInAffairs} />
      {sought ? (
        <>
          <FoundHandbooks words={sought} />
          <Found words={sought} />
        </>
      ) : (
        <>
          <Bookings />
          <SavedLists />
          <AtHome />
          <Handbooks />
          <AllGuides />
        </>
      )}
    </Page>
  );
}

/** For those who cannot come. */
function AtHome() {
  return (
    <Card flush>
      <Row
        icon="hand-heart"
        title="上门服务"
        about="老人、残疾人出门不方便，工作人员上门来办"
        to="/pages/appointments/home-visits/services/index"
      />
    </Card>
  );
}

type Audience = 'all' | PublicGuideSummary['audience'];

const AUDIENCES = [
  { value: 'all', label: '全部' },
  { value: 'people', label: `${AUDIENCE_LABELS.people}办事` },
  { value: 'business', label: `${AUDIENCE_LABELS.business}办事` },
] as const;

const ANY = 'any';
const FIRST_SHOWN = 30;

/** Every guide of the county, by who it is for and by the unit that keeps it. */
function AllGuides() {
  const { guides, savedAt, failure } = useKeptGuides();
  const [audience, setAudience] = useState<Audience>('all');
  const [unitId, setUnitId] = useState(ANY);
  const [isWhole, setIsWhole] = useState(false);
  if (!guides) return failure ? <FailureState failure={failure} /> : <Skeleton />;
  const fitting = guides.filter((guide) => audience === 'all' || guide.audience === audience);
  const chosen = fitting.filter((guide) => unitId === ANY || guide.unitId === unitId);
  const shown = isWhole ? chosen : chosen.slice(0, FIRST_SHOWN);
  return (
    <Section title="办事指南" about={savedAt ? `更新于 ${timeInWords(savedAt)}` : undefined}>
      {failure ? <Notice kind="warn" title="没有连上网络，下面是上次存下的指南" /> : null}
      <Segmented<Audience>
        label="办给谁"
        options={AUDIENCES}
        value={audience}
        onChange={(value) => {
          setAudience(value);
          setUnitId(ANY);
        }}
      />
      <Select
        label="单位"
        options={[{ value: ANY, label: '全部单位' }, ...unitsOf(fitting)]}
        value={unitId}
        onChange={setUnitId}
      />
      {shown.length ? (
        <Card flush>
          {shown.map((guide) => (
            <GuideRow key={guide.id} guide={guide} />
          ))}
        </Card>
      ) : (
        <Card>
          <EmptyState icon="clipboard-list" title="还没有公开的办事指南">
            指南公开后，出现在这里。急事请拨打 12345。
          </EmptyState>
        </Card>
      )}
      {shown.length < chosen.length ? (
        <Box className="more">
          <Button kind="quiet" onPress={() => setIsWhole(true)}>{`看全部 ${chosen.length} 份`}</Button>
        </Box>
      ) : null}
    </Section>
  );
}

/** Units that keep a guide, in the order in which the guides stand. */
function unitsOf(guides: readonly PublicGuideSummary[]): { value: string; label: string }[] {
  const names = new Map(guides.map(({ unitId, unitName }) => [unitId, unitName]));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** What was typed, once the person has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
