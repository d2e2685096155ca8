import { Box } from './base/box';

interface SkeletonProps {
  /** The page's real shape: rows of a list, or a sheet with words. */
  shape?: 'rows' | 'words';
  count?: number;
}

/** Stands where the page's content will be, while it is fetched. */
export function Skeleton({ shape = 'rows', count = 4 }: SkeletonProps) {
  return (
    <Box
      className={`card skeleton skeleton-${shape} ${shape === 'rows' ? 'is-flush' : ''}`}
      role="status"
      busy
      label="正在加载"
    >
      {Array.from({ length: count }, (_, index) => (
        <Box key={index} className="skeleton-part">
          <Box className="skeleton-line" style={{ width: `${[72, 88, 64, 80][index % 4]}%` }} />
          {shape === 'rows' ? <Box className="skeleton-line is-thin" /> : null}
        </Box>
      ))}
    </Box>
  );
}
