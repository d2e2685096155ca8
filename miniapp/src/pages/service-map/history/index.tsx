import { getServicePoint, listPointVersions, restorePointVersion } from '@county/shared/service-map/service-map-routes';
import type { PointVersion } from '@county/shared/service-map/service-point';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useActs } from '../../../api/use-acts';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { useList } from '../../../api/use-list';
import { SignInFirst } from '../../../shell/sign-in-first';
import { FailureNotice, ListAnswer, timeInWords } from '../../../ui/answer';
import { Button } from '../../../ui/button';
import { confirm } from '../../../ui/dialog';
import { EmptyState } from '../../../ui/empty-state';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Card, Flow, Stack } from '../../../ui/surface';
import { Tag } from '../../../ui/tag';
import { toast } from '../../../ui/toast';
import { FactsChanged } from '../facts-changed';

/** Every change of a point, the latest first, and the way back to any of them. */
export default function PointHistoryPage() {
  const { id = '' } = useRouter().params;
  const staff = useStaff();
  const point = useCall(getServicePoint, staff ? { params: { pointId: id } } : null);
  const versions = useList(listPointVersions, staff ? { params: { pointId: id }, query: {} } : null);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const act = useActs();
  if (!staff) return <SignInFirst title="修改历史" />;
  const restore = async ({ version, changedAt }: PointVersion) => {
    if (!point.data) return;
    const sure = await confirm({
      title: `恢复到第 ${version} 版？`,
      words: `服务点的全部内容回到 ${timeInWords(changedAt)} 的样子，群众马上看到。之后的修改仍留在历史里，也可以再恢复回来。`,
      yes: '恢复',
    });
    if (!sure) return;
    setBusy(true);
    const params = { pointId: id };
    const wish = { onVersion: point.data.version, version };
    const answer = await act(wish, (actId) => call(restorePointVersion, { params, body: { id: actId, ...wish } }));
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) toast(`已恢复到第 ${version} 版`);
    await Promise.all([point.reload(), versions.reload()]);
  };
  return (
    <Page title="修改历史" about={point.data?.name}>
      <FailureNotice failure={failure} />
      {point.data?.withdrawnReason ? (
        <Notice kind="info" title={`已经撤下：${point.data.withdrawnReason}`}>
          恢复到哪一版，就以那一版的内容重新公开。
        </Notice>
      ) : null}
      <ListAnswer of={versions} empty={<EmptyState icon="history" title="还没有修改过" />}>
        {(items) => (
          <Stack>
            {items.map((version, at) => (
              <VersionCard
                key={version.id}
                version={version}
                before={items[at + 1]}
                isCurrent={at === 0 && !point.data?.withdrawnReason}
                mayRestore={at > 0 || Boolean(point.data?.withdrawnReason)}
                busy={busy}
                onRestore={() => void restore(version)}
              />
            ))}
          </Stack>
        )}
      </ListAnswer>
    </Page>
  );
}

interface VersionCardProps {
  version: PointVersion;
  /** The one before it; undefined for the first. */
  before: PointVersion | undefined;
  isCurrent: boolean;
  mayRestore: boolean;
  busy: boolean;
  onRestore(): void;
}

function VersionCard({ version, before, isCurrent, mayRestore, busy, onRestore }: VersionCardProps) {
  return (
    <Card>
      <Stack>
        <Flow>
          <Tag tone={isCurrent ? 'pine' : 'stone'} icon={isCurrent ? 'circle-check' : 'history'}>
            {isCurrent ? `第 ${version.version} 版，现在公开的` : `第 ${version.version} 版`}
          </Tag>
        </Flow>
        <FactsChanged
          title={`${timeInWords(version.changedAt)} ${version.changedByName}`}
          changed={version.changed}
          before={before?.facts}
          after={version.facts}
        />
        {mayRestore ? (
          <Flow>
            <Button icon="undo-2" busy={busy} onPress={onRestore}>
              恢复到这一版
            </Button>
          </Flow>
        ) : null}
      </Stack>
    </Card>
  );
}
