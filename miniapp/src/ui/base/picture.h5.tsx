/** A picture with words for those who cannot see it. */
export function Picture({ src, label, className = '' }: { src: string; label: string; className?: string }) {
  return <img className={`picture ${className}`} src={src} alt={label} loading="lazy" decoding="async" />;
}
