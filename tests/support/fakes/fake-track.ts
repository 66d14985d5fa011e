/** A sound track that can be stopped, unplugged and copied, and makes no sound. */
export class FakeTrack extends EventTarget {
  readonly label: string;
  enabled = true;
  readyState = 'live';
  constructor(label: string) {
    super();
    this.label = label;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  unplug(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  clone(): FakeTrack {
    return new FakeTrack(`copy of ${this.label}`);
  }
}
