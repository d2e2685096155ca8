import { useEffect, useRef, type ReactNode } from 'react';
import { dropOpening } from '../platform/first-view';
import { goBack } from '../platform/navigation';
import { usePageFocus } from '../ui/base/page-focus';
import { Press } from '../ui/base/press';
import { Icon } from '../ui/icon';
import './scroll.scss';

interface PageHeadProps {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  isTab: boolean;
  shown: boolean;
}

/** Title and way back, which WeChat's own bar gives there. */
export function PageHead({ title, about, action, isTab, shown }: PageHeadProps) {
  useEffect(() => {
    if (shown) document.title = `${title} · 政务公开`;
  }, [title, shown]);
  useEffect(dropOpening, []);
  const heading = useRef<HTMLHeadingElement>(null);
  usePageFocus(heading, shown);
  return (
    <header className="page-head">
      {isTab ? null : (
        <Press className="page-back" label="返回" onPress={() => void goBack()}>
          <Icon name="arrow-left" />
        </Press>
      )}
      <div className="page-titles">
        <h1 ref={heading} className="page-title" tabIndex={-1}>
          {title}
        </h1>
        {about ? <div className="page-about">{about}</div> : null}
      </div>
      {action ? <div className="page-action">{action}</div> : null}
    </header>
  );
}

/** For the keyboard: past the navigation, straight to the page's words. */
export function SkipLink({ to }: { to: string }) {
  const skip = () => document.getElementById(to)?.focus();
  return (
    <button type="button" className="skip-link" onClick={skip}>
      跳到正文
    </button>
  );
}
