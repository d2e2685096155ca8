import { downloadCircular, readCircular, receiveCircular } from '@county/shared/circulars/circular-routes';
import { circularItemWords, circularReadersInWords, factsOnInWords } from '@county/shared/circulars/circular-words';
import type { CircularView } from '@county/shared/circulars/circular-views';
import { dateInWords } from '@county/shared/calendar/day';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call, download } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { useStaff } from '../../../api/session';
import { useCall } from '../../../api/use-call';
import { openDocument } from '../../../platform/files';
import { canPrint, printPage } from '../../../platform/print';
import { SignInFirst } from '../../../shell/sign-in-first';
import { Answer, FailureNotice } from '../../../ui/answer';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Flow } from '../../../ui/surface';
import { CircularStateTag } from '../circular-state';
import { CircularActions } from './circular-actions';
import { CircularItems } from './circular-items';
import { Receipts } from './receipts';

/** One circular as it is printed, and what may be done with it. A named unit's first opening is its receipt. */
export default function CircularPage() {
  const { id: circularId = '' } = useRouter().params;
  const staff = useStaff();
  const view = useCall(readCircular, staff ? { params: { circularId } } : null);
  useReceipt(view.data, staff?.unitId ?? undefined, view.replace);
  if (!staff) return <SignInFirst title="通报" />;
  return (
    <Page title="通报" wide>
      <Answer of={view} shape="words">
        {(circular) => (
          <>
            <Box className="off-paper stack">
              <Standing circular={circular} />
              <CircularActions circular={circular} onChanged={view.replace} reload={view.reload} />
            </Box>
            <Document circular={circular} />
            <Box className="off-paper stack">
              <TakeAway circular={circular} />
              <CircularItems circular={circular} onChanged={view.replace} />
              <Receipts circular={circular} onChanged={view.replace} />
            </Box>
          </>
        )}
      </Answer>
    </Page>
  );
}

function useReceipt(
  circular: CircularView | undefined,
  unitId: string | undefined,
  replace: (circular: CircularView) => void,
): void {
  const isOpen = circular?.receipts.some((receipt) => receipt.unitId === unitId && !receipt.receivedOn);
  const circularId = circular?.id;
  useEffect(() => {
    if (!isOpen || !circularId || !unitId) return;
    void call(receiveCircular, { params: { circularId }, body: { unitId } }).then((answer) => {
      // Without a network it stays unreceived and is said at the next opening.
      if (answer.ok) replace(answer.reply);
    });
  }, [isOpen, circularId, unitId, replace]);
}

function Standing({ circular }: { circular: CircularView }) {
  return (
    <>
      <Flow>
        <CircularStateTag state={circular.state} />
        <Box as="span" className="row-about">
          {circular.approvedByName
            ? `${circular.draftedByName} 起草，${circular.approvedByName} 批准`
            : `${circular.draftedByName} 起草`}
        </Box>
      </Flow>
      {circular.state === 'draft' && circular.returnWords ? (
        <Notice kind="warn" title="负责人退回">
          {circular.returnWords}
        </Notice>
      ) : null}
    </>
  );
}

function Document({ circular }: { circular: CircularView }) {
  const { title, documentNumber, opening, closing, items, unitName, issuedOn } = circular;
  const asOf = factsOnInWords(circular);
  return (
    <Box as="article" className="document">
      <Box className="document-number">{documentNumber ?? '（发文字号在批准时编定）'}</Box>
      <Box className="document-title">{title}</Box>
      <Box className="document-words">{`${circularReadersInWords(circular)}：`}</Box>
      <Box className="document-words is-indented">{opening}</Box>
      {items.map((item, index) => (
        <Box key={item.id} className="document-words is-indented">
          {circularItemWords(item, index)}
        </Box>
      ))}
      {asOf ? <Box className="document-words is-indented">{asOf}</Box> : null}
      <Box className="document-words is-indented">{closing}</Box>
      <Box className="document-foot">
        <Box>{unitName}</Box>
        <Box>{issuedOn ? dateInWords(issuedOn) : '（尚未印发）'}</Box>
      </Box>
    </Box>
  );
}

function TakeAway({ circular }: { circular: CircularView }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setBusy(true);
    const answer = await download(downloadCircular, { params: { circularId: circular.id } }, `${circular.title}.docx`);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) await openDocument(answer.reply);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <Flow>
        <Button icon="download" busy={busy} onPress={() => void take()}>
          下载 Word
        </Button>
        {canPrint ? (
          <Button icon="printer" onPress={() => void printPage()}>
            打印或存为 PDF
          </Button>
        ) : null}
      </Flow>
    </>
  );
}
