import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../../ui/button';
import { FieldError } from '../../../../ui/field';
import type { ChooseOnMapProps } from './types';

/** WeChat's own map, opened at the place that is kept; it counts in GCJ-02. */
export function ChooseOnMap({ form, onChosen }: ChooseOnMapProps) {
  const [trouble, setTrouble] = useState(false);
  const choose = async () => {
    const isSet = form.datum === 'gcj02' && form.longitude && form.latitude;
    const at = isSet ? { longitude: Number(form.longitude), latitude: Number(form.latitude) } : {};
    const chosen = await Taro.chooseLocation(at).catch((error: { errMsg?: string }) => {
      // Turning back is answered as an error and is none.
      setTrouble(!/cancel/.test(error.errMsg ?? ''));
      return undefined;
    });
    if (!chosen) return;
    setTrouble(false);
    onChosen({
      longitude: Number(chosen.longitude).toFixed(6),
      latitude: Number(chosen.latitude).toFixed(6),
      datum: 'gcj02',
    });
  };
  return (
    <>
      <Button icon="search" onPress={() => void choose()}>
        在地图上选
      </Button>
      {trouble ? <FieldError words="微信没有打开地图，请检查位置权限，或直接写经纬度" /> : null}
    </>
  );
}
