/** Character classes by UTF-16 code unit. Ranges instead of regular expressions: tokenising spends most of its time here. */

const ASCII_LETTER = 1;
const ASCII_DIGIT = 2;

const ASCII_CLASS = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) ASCII_CLASS[code] = ASCII_DIGIT;
for (let code = 65; code <= 90; code += 1) ASCII_CLASS[code] = ASCII_CLASS[code + 32] = ASCII_LETTER;

/** Letters and combining marks of the Basic Multilingual Plane; scripts above Latin are taken whole. */
export function isLetter(code: number): boolean {
  if (code < 128) return ASCII_CLASS[code] === ASCII_LETTER;
  if (code < 0x2b0)
    return code >= 0xc0 ? code !== 0xd7 && code !== 0xf7 : code === 0xaa || code === 0xb5 || code === 0xba;
  return (code >= 0x300 && code < 0x2000) || (code >= 0x2c00 && code < 0x2e00) || (code >= 0x3040 && code < 0xd800);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isWordCharacter(code: number): boolean {
  return code < 128 ? ASCII_CLASS[code] !== 0 : isLetter(code);
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isUpperCase(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (!isLetter(code)) return false;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

export function isLowerCase(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  if (!isLetter(code)) return false;
  const character = String.fromCharCode(code);
  return character !== character.toUpperCase();
}

/** Hyphens that join words; dashes are not among them. */
export function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}
