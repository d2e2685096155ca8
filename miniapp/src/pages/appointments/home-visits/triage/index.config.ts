export default definePageConfig({ navigationBarTitleText: '一件上门申请' });
