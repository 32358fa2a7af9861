import { wordSet } from '../text/patterns.ts'

/** Capitalised sentence openers that are not names, even before a surname: "Our Zhang"; "Told Kowalski". */
export const ENGLISH_OPENERS = wordSet(`
  thank thanks told met got taught led made wrote built ran gave took set put had has was is were are
  did do does our my the this that with for from and also when after before while as by in on at to we
  i he she they it a an so then but if both only even dear hi hello per via see ask help let
`)

/** Two-letter abbreviations that are not initials. */
export const ABBREVIATIONS = wordSet(`
  ai ap ab ml qa hr it pm em ux ui uk us eu ci cd db vp tl pr mr os vm ip sf la ny nz de no ok js ts go
`)
