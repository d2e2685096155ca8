import { dateInWords } from '@county/shared/calendar/day';
import type { CircularView } from '@county/shared/circulars/circular-views';
import { circularItemWords, circularReadersInWords, factsOnInWords } from '@county/shared/circulars/circular-words';
import {
  letterAddress,
  letterNumber,
  letterSignature,
  letterTitle,
  letterWords,
  officialLetter,
} from '../documents/official-letter.service.ts';

/** The circular as an office prints it under its own red head: number, title, to whom, the items, office and day. */
export function circularDocx(circular: CircularView): Promise<Buffer> {
  const { title, opening, closing, items, documentNumber, unitName, issuedOn } = circular;
  return officialLetter([
    letterNumber(documentNumber ?? '（草稿，尚未批准印发）'),
    letterTitle(title),
    letterAddress(`${circularReadersInWords(circular)}：`),
    ...letterWords(opening),
    ...items.flatMap((item, index) => letterWords(circularItemWords(item, index))),
    ...letterWords(factsOnInWords(circular) ?? ''),
    ...letterWords(closing),
    letterSignature(unitName),
    letterSignature(issuedOn ? dateInWords(issuedOn) : ''),
  ]);
}
