import bwipjs from 'bwip-js/node';

/** A square of modules; the dark ones as an SVG path of unit squares. */
export interface CodePicture {
  readonly side: number;
  readonly path: string;
}

/** The text as a QR code, for a telephone's camera. */
export function pictureOf(text: string): CodePicture {
  const [code] = bwipjs.raw('qrcode', text, 'eclevel=M');
  if (!code || !('pixs' in code)) throw new TypeError('The QR code was not drawn as a matrix.');
  const { pixs, pixx: side } = code;
  let path = '';
  pixs.forEach((dark, at) => {
    if (dark === 1) path += `M${at % side} ${Math.floor(at / side)}h1v1h-1z`;
  });
  return { side, path };
}
