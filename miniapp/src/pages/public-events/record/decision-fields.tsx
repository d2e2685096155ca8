import type { FieldIssue } from '@county/shared/http/problem';
import type { EventDecision } from '@county/shared/public-events/event-record';
import { issueAt } from '../../../api/failure';
import { newId } from '../../../platform/ids';
import { Box } from '../../../ui/base/box';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Stack } from '../../../ui/surface';

const MOST = 20;

interface Props {
  decisions: readonly EventDecision[];
  /** While they are being sent. */
  disabled: boolean;
  onChange(decisions: EventDecision[]): void;
  issues: FieldIssue[] | undefined;
}

/** 议定的事, one by one; once public, each may go on as a task. */
export function DecisionFields({ decisions, disabled, onChange, issues }: Props) {
  return (
    <Box role="group" label="议定的事">
      <Stack>
        {decisions.map(({ key, words }, at) => (
          <Box key={key}>
            <TextArea
              label={`议定的事 ${at + 1}`}
              hint="谁来做、做什么、到什么时候"
              rows={2}
              disabled={disabled}
              maxLength={300}
              value={words}
              onChange={(said) => onChange(decisions.map((one) => (one.key === key ? { ...one, words: said } : one)))}
              error={issueAt(issues, `decisions.${at}.words`)}
            />
            <Button
              kind="quiet"
              icon="trash-2"
              label={`去掉议定的事 ${at + 1}`}
              disabledReason={disabled ? '正在保存' : null}
              onPress={() => onChange(decisions.filter((one) => one.key !== key))}
            >
              去掉
            </Button>
          </Box>
        ))}
        {decisions.length < MOST ? (
          <Box>
            <Button
              icon="plus"
              disabledReason={disabled ? '正在保存' : null}
              onPress={() => onChange([...decisions, { key: newId(), words: '' }])}
            >
              {decisions.length ? '再加一件议定的事' : '加一件议定的事'}
            </Button>
          </Box>
        ) : null}
      </Stack>
    </Box>
  );
}
