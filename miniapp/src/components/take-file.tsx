import type { Call, Route } from '@county/shared/http/route';
import { useState } from 'react';
import { download } from '../api/call';
import type { Failure } from '../api/failure';
import { openDocument } from '../platform/files';
import { FailureNotice } from '../ui/answer';
import { Button } from '../ui/button';

interface TakeFileProps<R extends Route> {
  route: R;
  request: Call<R>;
  name: string;
  /** On the button. */
  words: string;
}

/** Takes along what the page shows, with its filters, as a file. */
export function TakeFile<R extends Route>({ route, request, name, words }: TakeFileProps<R>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setBusy(true);
    const answer = await download(route, request, name);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(undefined);
    await openDocument(answer.reply);
  };
  return (
    <>
      <Button icon="download" busy={busy} onPress={() => void take()}>
        {words}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
