/** qrcode-terminal writes ESC as an octal escape, which a module may not: it becomes the hexadecimal one. */
export function octalEscapes() {
  return {
    name: 'octal-escapes',
    transform: {
      filter: { id: /qrcode-terminal/ },
      handler: (code) => ({ code: code.replaceAll('\\033', '\\x1b'), map: null }),
    },
  };
}
