/** What Electron hands to listeners that may say no. */
export type Preventable = { defaultPrevented: boolean; preventDefault: () => void };

export function preventable(): Preventable {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
