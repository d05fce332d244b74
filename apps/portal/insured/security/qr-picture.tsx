import qrcode from 'qrcode-generator';

/** A code for a camera, drawn here: what it says goes nowhere. */
export function QrPicture({ text, name }: { readonly text: string; readonly name: string }) {
  const code = qrcode(0, 'M'); // as large as the text needs
  code.addData(text, 'Byte');
  code.make();
  const size = code.getModuleCount();
  const fields = Array.from({ length: size }, (_, at) => at);
  const dark = fields.flatMap((y) =>
    fields.filter((x) => code.isDark(y, x)).map((x) => `M${x + 4} ${y + 4}h1v1h-1z`),
  );
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <path className="qr-ground" d={`M0 0h${size + 8}v${size + 8}h-${size + 8}z`} />
      <path className="qr-dark" d={dark.join('')} />
    </svg>
  );
}
