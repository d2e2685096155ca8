import { useStaff } from '../../../../api/session';
import { Select } from '../../../../ui/field';
import { useVillages } from '../use-villages';

interface VillageFieldProps {
  value: string;
  onChange(villageId: string): void;
  error: string | undefined;
}

/** The villages of one's own township; of the county for a unit that has none under it. */
export function VillageField({ value, onChange, error }: VillageFieldProps) {
  const options = useVillages(useStaff()?.unitId);
  return <Select label="村（社区）" options={options} value={value} onChange={onChange} error={error} />;
}
