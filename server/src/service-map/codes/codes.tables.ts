import { instant, largeText, reference, table, text } from '../../database/table.ts';

/** The short key of a point or of one of its windows. */
export interface StoredCode {
  key: string;
  pointId: string;
  /** The window's id, or the point's own where the code is the door's: one code for each. */
  subjectId: string;
  madeAt: string;
}

export const PointCodes = table<StoredCode>(
  'point_code',
  { key: { ...text(12), primary: true }, pointId: reference(), subjectId: reference(), madeAt: instant() },
  { indices: [{ name: 'point_code_subject', columns: ['pointId', 'subjectId'], unique: true }] },
);

/** WeChat's picture of a key, base64; WeChat is asked for it once. */
export interface StoredCodePicture {
  key: string;
  mediaType: string;
  picture: string;
  madeAt: string;
}

export const PointCodePictures = table<StoredCodePicture>('point_code_picture', {
  key: { ...text(12), primary: true },
  mediaType: text(20),
  picture: largeText(),
  madeAt: instant(),
});
