import { ScrollView, View } from '@tarojs/components';
import type { TableCell, TableProps } from './table-props';

export type { TableCell };

/** WeChat has no tables: the same cells in rows of Views, scrolling sideways. */
export function Table({ label, heads, rows }: TableProps) {
  const width = (index: number) => ({ width: heads[index]?.width ?? '7em' });
  return (
    <ScrollView scrollX className="table-frame" {...{ 'aria-role': 'table', 'aria-label': label }}>
      <View className="table">
        <View className="table-row table-head" {...{ 'aria-role': 'row' }}>
          {heads.map((head, index) => (
            <View key={head.key} className="table-cell" style={width(index)} {...{ 'aria-role': 'columnheader' }}>
              {head.title}
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <View key={row.key} className="table-row" onClick={row.onOpen} {...{ 'aria-role': 'row' }}>
            {row.cells.map((cell, index) => (
              <View
                key={cell.key}
                className={`table-cell ${cell.numeric ? 'is-numeric' : ''}`}
                style={width(index)}
                {...{ 'aria-role': 'cell' }}
              >
                {cell.content}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
