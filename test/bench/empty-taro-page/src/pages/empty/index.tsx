import { View } from '@tarojs/components';

export default () => <View id="empty">空</View>;
