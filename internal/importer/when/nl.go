package when

var dutch = words{
	months: [12]string{
		"januari|jan", "februari|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul", "augustus|aug",
		"september|sept|sep", "oktober|okt", "november|nov", "december|dec",
	},
	weekdays:   [7]string{"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	brief:      [7]string{"zo", "ma", "di", "wo", "do", "vr", "za"},
	counts:     [12]string{"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"},
	noonRE:     `(?:12 uur )?'s middags 12 uur|twaalf uur 's middags`,
	midnightRE: `middernacht`,
	morningRE:  `'s (?:ochtends|morgens)`,
	eveningRE:  `'s (?:middags|avonds)`,
	hourRE:     `uur|u\.?|h`,
	beforeRE:   `om`,
	among:      "tot op om de het van vanaf voor na is en-tijd datum tijd uur embargo publicatie vrijgave eindigt",
	doubtRE: `of (?:later|eerder)|op zijn vroegst|uiterlijk|half|kwart|ongeveer|circa|ca\.?|rond|omstreeks|onder voorbehoud|voorlopig|` +
		`nader te bevestigen|minuten|uren|dagen|weken|vandaag|vanavond|morgen|` +
		`overmorgen|volgende|nader order|tussen|lokale tijd|plaatselijke tijd|'s nachts`,
	embargoRE: `embargo`,
	beforeMark: `niet eerder (?:te )?(?:publiceren|verspreiden|openbaar maken) dan|vertrouwelijk tot|` +
		`niet (?:te )?(?:publiceren|verspreiden|openbaar maken|gebruiken|bekendmaken|` +
		`voor publicatie)(?: of \w+)?(?: voor| tot)|` +
		`(?:publicatie|verspreiding)(?: pas| alleen)?(?: toegestaan| verboden)? (?:vanaf|na|voor|tot)|pas (?:publiceren|na|vanaf)|niet voor`,
	behindRE: `niet (?:te )?(?:publiceren|verspreiden|openbaar maken|bekendmaken)`,
	releaseRE: `(?:voor (?:publicatie|verspreiding)|vrij te geven(?: op| om|:)|publicatie(?:datum|tijd|tijdstip|` +
		`moment)(?: en -?tijd(?:stip)?)?|(?:datum|` +
		`tijd(?:stip)?)(?: en tijd(?:stip)?)? van ` +
		`(?:publicatie|vrijgave)|(?:publicatie|vrijgegeven|vrijgave)(?: op| om|:))`,
	immediateRE: `(?:voor )?(?:onmiddellijke|directe) (?:publicatie|verspreiding|vrijgave)|per direct vrij(?:gegeven)?`,
	openRE:      `(?:geen|zonder) embargo`,
	liftedRE: `embargo(?: (?:is|werd|inmiddels|reeds|nu))*(?: ?[:-] ?| )(?:opgeheven|vervallen|verlopen|voorbij|` +
		`beeindigd)|embargo ?: ?(?:geen|nee)`,
	openingRE: `geopend|open|openings(?:tijden|uren)`,
	tradeRE: `(?:wapen|handels|olie|graan)-?embargo\w*|embargo tegen|` +
		`niet voor publicatie(?: bestemd)?(?: voor (?:meer|vragen|nadere|verdere)|:|\.|$)`,
}
