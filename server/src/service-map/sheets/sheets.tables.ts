import { instant, largeText, primaryId, reference, table } from '../../database/table.ts';

/** A sheet of points read and not yet confirmed. */
export interface StoredPointSheet {
  id: string;
  createdBy: string;
  content: string;
  expiresAt: string;
}

export const PointSheets = table<StoredPointSheet>(
  'point_sheet',
  { id: primaryId(), createdBy: reference(), content: largeText(), expiresAt: instant() },
  { indices: [{ name: 'point_sheet_expiry', columns: ['expiresAt'] }] },
);
