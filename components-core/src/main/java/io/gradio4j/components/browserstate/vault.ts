import { cbc } from '@noble/ciphers/aes.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/*
 * Text encrypted as OpenSSL does with a passphrase: "Salted__", a salt of 8 bytes, AES-256-CBC; in Base64, and before it some random
 * bytes and a colon. Gradio's pages read and write the same. It works in pages without HTTPS, too, which have no WebCrypto.
 */
const MAGIC = utf8ToBytes('Salted__');
const SALT = 8;
const KEY = 32;
const BLOCK = 16;

export function lock(text: string, secret: string): string {
  const salt = randomBytes(SALT);
  const { key, iv } = derive(secret, salt);
  return `${base64(randomBytes(BLOCK))}:${base64(concatBytes(MAGIC, salt, cbc(key, iv).encrypt(utf8ToBytes(text))))}`;
}

/** The text; null if it is none of ours, or locked with another secret. */
export function unlock(locked: string, secret: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(locked.slice(locked.indexOf(':') + 1)), sign => sign.charCodeAt(0));
    if (!MAGIC.every((byte, i) => bytes[i] === byte)) return null;
    const { key, iv } = derive(secret, bytes.slice(MAGIC.length, MAGIC.length + SALT));
    return new TextDecoder('utf-8', { fatal: true }).decode(cbc(key, iv).decrypt(bytes.slice(MAGIC.length + SALT)));
  } catch {
    return null;
  }
}

function derive(secret: string, salt: Uint8Array): { key: Uint8Array; iv: Uint8Array } {
  const passphrase = utf8ToBytes(bytesToHex(sha256(utf8ToBytes(secret))));
  let last = new Uint8Array();
  let all = new Uint8Array();
  while (all.length < KEY + BLOCK) {
    last = Uint8Array.from(md5(concatBytes(last, passphrase, salt)));
    all = Uint8Array.from(concatBytes(all, last));
  }
  return { key: all.slice(0, KEY), iv: all.slice(KEY, KEY + BLOCK) };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}
