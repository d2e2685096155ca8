import { useState, type ReactNode } from 'react';
import { chooseDocument } from '../platform/files';
import type { PickedFile } from '../platform/picked-file';
import { Box } from './base/box';
import { Button } from './button';
import { FieldError } from './field';

interface FileButtonProps {
  children: ReactNode;
  /** Endings such as `xlsx`. */
  kinds: readonly string[];
  maxBytes: number;
  onFile(file: PickedFile): void;
  busy?: boolean;
  kind?: 'primary' | 'secondary';
}

/** Chooses one document of the given kinds; says what is wrong with another. */
export function FileButton({ children, kinds, maxBytes, onFile, busy, kind = 'secondary' }: FileButtonProps) {
  const [error, setError] = useState<string>();
  const choose = async () => {
    const picked = await chooseDocument(kinds);
    if ('cancelled' in picked) return;
    if ('failed' in picked) return setError(picked.failed);
    const [file] = picked.files;
    if (!file) return;
    const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
    if (!kinds.includes(ending))
      return setError(`“${file.name}”不是可用的文件，请选择 ${kinds.map((one) => `.${one}`).join('、')} 文件`);
    if (file.size > maxBytes)
      return setError(`文件有 ${inMegabytes(file.size)}，最大 ${inMegabytes(maxBytes)}，请减小后再传`);
    setError(undefined);
    onFile(file);
  };
  return (
    <Box className="file-button">
      <Button kind={kind} icon="upload" busy={busy} onPress={() => void choose()}>
        {children}
      </Button>
      {error ? <FieldError words={error} /> : null}
    </Box>
  );
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
