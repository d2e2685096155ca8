import { CONSENT_BY_LABELS, CONSENT_WAY_LABELS } from '@county/shared/appointments/home-visits/elder-card';

/** Who says yes or no to a card, and how; asked at the giving and at the taking back. */
export const BY = (['self', 'family', 'guardian'] as const).map((value) => ({
  value,
  label: CONSENT_BY_LABELS[value],
}));
export const WAYS = (['spoken', 'written', 'telephone'] as const).map((value) => ({
  value,
  label: CONSENT_WAY_LABELS[value],
}));
