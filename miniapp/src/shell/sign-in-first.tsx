import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { Card } from '../ui/surface';

/** Shown on a page for staff to whoever is not signed in. */
export function SignInFirst({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Card>
        <EmptyState
          icon="log-in"
          title="请先登录"
          action={
            <Button kind="primary" href="/pages/people/sign-in/index">
              工作人员登录
            </Button>
          }
        >
          这一页给单位工作人员使用。群众可以看“公开的任务进展”。
        </EmptyState>
      </Card>
    </Page>
  );
}
