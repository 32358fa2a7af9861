/** Lets a button change between light and dark. Before the first press, the look is the system's. */
export function offerLook(button: HTMLElement): void {
  const page = document.documentElement
  button.addEventListener('click', () => {
    const dark = page.dataset.look
      ? page.dataset.look === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    page.dataset.look = dark ? 'light' : 'dark'
  })
}
