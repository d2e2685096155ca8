import { Box } from './base/box';

/** A unit's own percent; null is 未报, which is not nought. */
export function ProgressBar({ percent, label = '进度' }: { percent: number | null; label?: string }) {
  if (percent === null) {
    return (
      <Box className="progress">
        <Box className="progress-track is-unreported" />
        <Box as="span" className="progress-number">
          未报
        </Box>
      </Box>
    );
  }
  return (
    <Box className="progress">
      <Box
        className="progress-track"
        role="progressbar"
        label={label}
        value={{ now: percent, min: 0, max: 100, words: `${label} ${percent}%` }}
      >
        <Box className="progress-done" style={{ width: `${percent}%` }} />
      </Box>
      <Box as="span" className="progress-number">{`${percent}%`}</Box>
    </Box>
  );
}
