import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Card, Flow } from '../ui/surface';

interface NotThereProps {
  /** Of the page. */
  title: string;
  /** What the link should have led to: 这个服务点. */
  what: string;
  failure?: Failure | undefined;
  /** A nearer way than the map or the list of guides. */
  way?: ReactNode;
  children?: ReactNode;
}

/** Whether the link is to blame: what it names is not there, is there no more, or has no name of that form. */
export const isNotThere = (failure: Failure | undefined): boolean =>
  failure?.kind === 'refused' && [400, 404, 410].includes(failure.status);

/** In the place of what an old or torn link should have led to: what is the case, and the ways on. */
export function NotThere({ title, what, failure, way, children }: NotThereProps) {
  // What was there once says why it is no more.
  const isGone = failure?.kind === 'refused' && failure.status === 410;
  return (
    <Page title={title}>
      <Card>
        <EmptyState
          icon="circle-help"
          title={isGone ? failure.problem.message : `没有找到${what}`}
          action={
            <Flow>
              {way}
              <Button icon="map" href="/tabs/map/index">
                看地图
              </Button>
              <Button icon="file-text" href="/tabs/affairs/index">
                看办事指南
              </Button>
            </Flow>
          }
        >
          {isGone ? '可能搬了家，或并到别处办理。' : '可能已经撤下，也可能链接没有复制全。'}拿不准可拨打 12345。
        </EmptyState>
      </Card>
      {children}
    </Page>
  );
}
