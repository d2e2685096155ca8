/**
 * What units write about one task. `我单位` becomes 我局, 我镇 … of the unit that writes, and `{3-9}` a number
 * in that range, so that forty units do not write forty times the same.
 */
export interface TaskWords {
  /** Reports at the beginning, half-way and near the end. */
  early: readonly string[];
  middle: readonly string[];
  late: readonly string[];
  problems: readonly string[];
  nextSteps: readonly string[];
  /** 办结说明 and 办结依据. */
  done: readonly string[];
  proofs: readonly string[];
  /** 退回理由. */
  returned: readonly string[];
  /** One sentence for everybody. */
  publicLines: readonly string[];
}
