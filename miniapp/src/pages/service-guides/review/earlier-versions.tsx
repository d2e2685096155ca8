import { shanghaiDay } from '@county/shared/calendar/day';
import { canWrite } from '@county/shared/writings/writing-rules';
import {
  changeServiceGuide,
  getPublicGuide,
  listPublicGuideVersions,
} from '@county/shared/service-guides/service-guide-routes';
import type { PublicGuideVersion, ServiceGuide } from '@county/shared/service-guides/service-guide';
import { useState } from 'react';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useList } from '../../../api/use-list';
import { FailureNotice, ListAnswer } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { Card, Row, Section } from '../../../ui/surface';
import { toast } from '../../../ui/toast';

interface Props {
  guide: ServiceGuide;
  onDone(guide: ServiceGuide): void;
}

/** Every version that was public, and the way back to one: its words become the draft, which another reviews. */
export function EarlierVersions({ guide, onDone }: Props) {
  const staff = useStaff();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<number>();
  const act = useActs();
  const params = { guideId: guide.id };
  const versions = useList(listPublicGuideVersions, { params, query: {} });
  if (!staff) return null;
  const verdict = canWrite(guide, staff);
  const bringBack = async (version: number) => {
    const sure = await confirm({
      title: `用第 ${version} 版做草稿？`,
      words: '正在写的内容换成那一版的；群众看到的不变，提交审查、通过后才公开。',
      yes: '用这一版',
    });
    if (!sure) return;
    setBusy(version);
    const earlier = await call(getPublicGuide, { params, query: { version } });
    const { revision: onRevision, reviewOn } = guide;
    const answer = earlier.ok
      ? await act({ onRevision, version }, (id) =>
          call(changeServiceGuide, { params, body: { id, onRevision, content: earlier.reply.content, reviewOn } }),
        )
      : earlier;
    setBusy(undefined);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return;
    toast(`草稿已换成第 ${version} 版的内容`);
    onDone(answer.reply);
  };
  const isOut = ({ version }: PublicGuideVersion) =>
    version === guide.publishedVersion && guide.withdrawnReason === null;
  return (
    <Section title="公开过的各版" about="可以拿一版做草稿，审查后重新公开">
      <FailureNotice failure={failure} />
      <ListAnswer of={versions} empty={null}>
        {(items) => (
          <Card flush>
            {items.map((one) => (
              <Row
                key={one.version}
                title={`第 ${one.version} 版${isOut(one) ? '，现在公开的' : ''}`}
                about={`${shanghaiDay(one.publishedAt)} 公开${one.changed.length ? `，改了：${one.changed.join('、')}` : ''}`}
                end={
                  isOut(one) && guide.state === 'published' ? undefined : (
                    <Button
                      icon="undo-2"
                      busy={busy === one.version}
                      label={`用第 ${one.version} 版做草稿`}
                      disabledReason={verdict.allowed ? null : verdict.reason}
                      onPress={() => void bringBack(one.version)}
                    >
                      用这一版
                    </Button>
                  )
                }
              />
            ))}
          </Card>
        )}
      </ListAnswer>
    </Section>
  );
}
