package when

var italian = words{
	months: [12]string{
		"gennaio|gen", "febbraio|feb", "marzo|mar", "aprile|apr", "maggio|mag", "giugno|giu", "luglio|lug", "agosto|ago",
		"settembre|sett|set", "ottobre|ott", "novembre|nov", "dicembre|dic",
	},
	weekdays:   [7]string{"domenica", "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato"},
	brief:      [7]string{"dom", "lun", "mar", "mer", "gio", "ven", "sab"},
	counts:     [12]string{"una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"},
	noonRE:     `mezzogiorno`,
	midnightRE: `mezzanotte`,
	morningRE:  `d(?:el|i) mattin[oa]`,
	eveningRE:  `d(?:el|i) (?:pomeriggio|sera)|della sera`,
	hourRE:     `ore`,
	beforeRE:   `alle|dalle|delle|le`,
	wholeRE:    `(?:alle |dalle |delle )?ore|h\.?`,
	among: "sino a al alla alle all il la le lo l di del dell della delle dal dalle fino prima partire ore ora giorno " +
		"data embargo pubblicazione " +
		"diffusione non da",
	doubtRE: `al piu (?:presto|tardi)|o piu tardi|e (?:mezz[ao]|un quarto)|meno (?:un quarto|dieci|cinque|venti)|circa|verso|intorno|` +
		`attorno|da confermare|provvisori[oa]|minuti|giorni|settimane|` +
		`oggi|domani|dopodomani|prossimo|successivo|nuovo avviso|tra le|ora locale|(?:24|48|72|un'|due|tre) ore (?:dopo|prima)`,
	embargoRE: `embargo|embargat[oa]`,
	beforeMark: `riservat[oaie] fino|(?:da )?non (?:pubblicare|diffondere|divulgare|utilizzare|pubblicabile)(?: o \w+|` +
		` ne \w+)?(?: prima| fino)|` +
		`(?:pubblicazione|diffusione|pubblicabile)(?: solo| soltanto)?(?: vietata| consentita| autorizzata)? (?:a partire|prima|fino|dopo|` +
		`dal|dalle)|non prima`,
	behindRE: `non (?:pubblicare|diffondere|divulgare|utilizzare)`,
	releaseRE: `(?:per (?:la )?(?:pubblicazione|diffusione)|(?:data|ora|giorno)(?: ed? (?:ora|data))? d(?:i|ella) (?:pubblicazione|` +
		`diffusione|uscita)|` +
		`(?:pubblicazione|diffusione)(?: il| alle|:))`,
	immediateRE: `(?:per )?(?:la )?(?:pubblicazione|diffusione) immediata`,
	openRE:      `(?:senza|nessun) embargo`,
	liftedRE: `embargo(?: (?:e|e stato|ormai))*(?: ?[:-] ?| )(?:revocato|rimosso|tolto|terminato|scaduto|finito|` +
		`annullato)|embargo ?: ?(?:nessuno|no)`,
	openingRE: `apert[oaie]|orari[oi](?: di apertura)?`,
	tradeRE:   `embargo (?:sull[ea]|sul|sui|sugli|contro|commerciale|petrolifero|economico|europeo|americano)`,
}
