/** A tone as a WAV file: 16 bit, one channel. */
export function toneFile(hertz: number, seconds: number, rate: number): Buffer {
  const samples = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    file.writeInt16LE(Math.round(0.5 * 32_767 * Math.sin((2 * Math.PI * hertz * at) / rate)), 44 + at * 2);
  }
  return file;
}

/** How much of each fifth of a second of a recording (8 kHz, 16 bit) is that tone, 0 to 1; by Goertzel's algorithm. */
export function toneShares(file: Buffer, hertz: number): readonly number[] {
  const rate = 8_000;
  const size = rate / 5;
  const samples = new Int16Array(file.buffer, file.byteOffset + 44, Math.floor((file.length - 44) / 2));
  return Array.from({ length: Math.floor(samples.length / size) }, (_none, index) =>
    shareOf(samples.subarray(index * size, (index + 1) * size), (2 * Math.PI * hertz) / rate),
  );
}

function shareOf(samples: Int16Array, step: number): number {
  let [before, last, energy] = [0, 0, 0];
  for (const sample of samples) {
    const value = sample / 32_768;
    [before, last] = [last, value + 2 * Math.cos(step) * last - before];
    energy += value * value;
  }
  const power = last * last + before * before - 2 * Math.cos(step) * last * before;
  // Silence is no tone, however pure.
  return energy < samples.length * 1e-6 ? 0 : (2 * power) / (samples.length * energy);
}
