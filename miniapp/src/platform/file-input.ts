/** Opens the browser's own choice of files. An empty list when the person turned back. */
export function chooseFiles(accept: string, several: boolean): Promise<File[]> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.style.display = 'none';
    const finish = () => {
      input.remove();
      done(Array.from(input.files ?? []));
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    // Some browsers drop the change event of an input outside the document.
    document.body.append(input);
    input.click();
  });
}
