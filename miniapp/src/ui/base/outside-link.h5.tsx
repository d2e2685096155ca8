import type { OutsideLinkProps } from './outside-link-props';

/** A link that leaves the product, in a window of its own. */
export function OutsideLink({ url, className = '', onPress, children }: OutsideLinkProps) {
  return (
    <a className={`press ${className}`} href={url} target="_blank" rel="noreferrer" onClick={onPress}>
      {children}
    </a>
  );
}
