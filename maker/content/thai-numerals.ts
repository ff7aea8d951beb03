/** ๐ to ๙ for 0 to 9. Content is written with Arabic digits and turned at the end, as the report's style has it. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** A number with commas, and with satang where `decimals` is 2. */
export function formatBaht(amount: number, decimals: 0 | 2): string {
  return amount.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
