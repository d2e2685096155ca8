import { Image } from '@tarojs/components';

/** A picture with words for those who cannot see it. */
export function Picture({ src, label, className = '' }: { src: string; label: string; className?: string }) {
  return <Image className={`picture ${className}`} src={src} mode="aspectFill" lazyLoad {...{ 'aria-label': label }} />;
}
