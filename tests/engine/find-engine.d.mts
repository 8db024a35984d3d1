export const standInFolder: string;
export function realElectronIsHere(): boolean;
export function chooseEngine(): 'electron' | 'stand-in';
