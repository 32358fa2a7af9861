/** How many random inputs are tried: all of them in CI, a tenth on somebody's own machine, where they wait for it. */
export function rounds(all: number): number {
  return process.env.CI ? all : Math.ceil(all / 10)
}
