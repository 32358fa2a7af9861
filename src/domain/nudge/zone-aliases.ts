/**
 * Zones whose large cities are understood by name, and what people call them in addition to the names of the tz
 * database, of countries with one zone and of those cities: parts of countries, older spellings, abbreviations. If a
 * name may mean several zones, the person is asked.
 */
export const ZONE_ALIASES = `
UTC: utc, gmt, z, zulu, greenwich
Europe/London: uk, britain, england, scotland, wales, edinburgh, leeds, liverpool, british
Europe/Dublin:
Europe/Lisbon: portugal, wet, west
Europe/Berlin: cet, cest, mez, mesz, central european, frankfurt, cologne, stuttgart, dusseldorf, leipzig, dresden
Europe/Paris: nantes
Europe/Madrid: spain, valencia, seville
Europe/Rome:
Europe/Zurich: bern
Europe/Vienna:
Europe/Amsterdam: netherlands, holland, eindhoven
Europe/Brussels: ghent
Europe/Copenhagen:
Europe/Stockholm:
Europe/Oslo:
Europe/Helsinki: eet, eest
Europe/Warsaw: cracow, gdansk, wroclaw, poznan
Europe/Prague: czech republic
Europe/Budapest:
Europe/Bucharest: cluj
Europe/Athens:
Europe/Istanbul:
Europe/Kyiv: kiev, ukraine, lviv
Europe/Moscow: msk, st petersburg
Asia/Jerusalem:
Asia/Dubai: gst, uae
Asia/Riyadh:
Asia/Karachi: pkt, islamabad
Asia/Kolkata: bangalore, bombay, new delhi, chennai, pune, calcutta
Asia/Kathmandu: npt, katmandu
Asia/Dhaka:
Asia/Yangon: rangoon
Asia/Bangkok:
Asia/Ho_Chi_Minh: saigon
Asia/Jakarta: wib
Asia/Singapore: sgt
Asia/Hong_Kong: hkt
Asia/Shanghai: china, shenzhen, guangzhou, hangzhou
Asia/Taipei:
Asia/Manila: pht
Asia/Tokyo: jst, kyoto
Asia/Seoul: korea, kst
Australia/Sydney: aedt
Australia/Perth: awst
Pacific/Auckland: new zealand, nzst, nzdt
Africa/Johannesburg: sast
Africa/Nairobi: eat
Africa/Lagos: wat
Africa/Cairo:
America/New_York: et, est, edt, eastern, us eastern, nyc, boston, washington dc, dc, atlanta, miami, pittsburgh
America/Toronto: quebec
America/Chicago: ct, cdt, central, us central, austin, minneapolis, nashville
America/Denver: mt, mdt, mountain, us mountain, salt lake city
America/Los_Angeles: pt, pst, pdt, pacific, us pacific, la, sf, bay area, seattle, san jose, palo alto, las vegas
Pacific/Honolulu: hawaii, hst
America/Halifax: adt
America/Mexico_City:
America/Sao_Paulo: brt, rio, brasilia
America/Argentina/Buenos_Aires: art
America/Bogota:
America/Lima:
Asia/Kolkata Europe/Dublin Asia/Jerusalem: ist
America/Chicago Asia/Shanghai America/Havana: cst
Europe/London Asia/Dhaka: bst
America/Denver America/Phoenix Asia/Kuala_Lumpur: mst
America/Halifax Asia/Riyadh: ast
Asia/Singapore Pacific/Pago_Pago: sst
Australia/Sydney Australia/Brisbane: aest
Australia/Adelaide Australia/Darwin: acst
Europe/London Australia/Sydney: newcastle
Europe/London America/Chicago: birmingham
America/New_York Asia/Tbilisi: georgia
`
