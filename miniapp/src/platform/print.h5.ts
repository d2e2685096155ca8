export async function printPage(): Promise<void> {
  window.print();
}

export const canPrint = true;
