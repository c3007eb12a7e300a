import { Dexie } from "dexie";

/**
 * A database that is opened anew at the next use where an opening has failed, or was closed in its midst by another
 * version's upgrade: whatever was in the way then may be gone. Dexie itself answers nothing any more after that.
 */
export class ReopenedDexie extends Dexie {
  override open() {
    const opened = super.open();
    // Behind all that waited for this opening, which would ask for the next one at once.
    const letOpen = (): void => {
      setTimeout(() => {
        if (!this.isOpen() && !this.hasBeenClosed()) this.close({ disableAutoOpen: false });
      });
    };
    opened.then(letOpen, letOpen);
    return opened;
  }
}
