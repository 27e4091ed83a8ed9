package when

var french = words{
	months: [12]string{
		"janvier|janv", "fevrier|fevr|fev", "mars", "avril|avr", "mai", "juin", "juillet|juil", "aout", "septembre|sept",
		"octobre|oct", "novembre|nov", "decembre|dec",
	},
	weekdays:   [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	brief:      [7]string{"dim", "lun", "mar", "mer", "jeu", "ven", "sam"},
	counts:     [12]string{"une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"},
	noonRE:     `midi`,
	midnightRE: `minuit`,
	morningRE:  `du matin`,
	eveningRE:  `du soir|de l'apres-midi`,
	hourRE:     `heures|hrs?\.?|h`,
	beforeRE:   `a|des`,
	among:      "a au aux le la les l du de des d jusqu avant partir embargo date heure publication diffusion est jour ce",
	doubtRE: `au plus (?:tot|tard)|ou plus (?:tot|tard)|et (?:demie?|quart)|moins (?:le quart|dix|cinq|vingt)|environ|vers|aux alentours|` +
		`autour de|a confirmer|provisoire|minutes|jours|` +
		`semaines|aujourd'hui|demain|ce soir|lendemain|suivant|prochain|nouvel ordre|entre|heure locale|(?:24|48|72|une|deux|trois) heures ` +
		`(?:apres|avant|plus)`,
	embargoRE: `embargo`,
	beforeMark: `(?:interdiction|interdit) de (?:publier|diffuser|divulguer)(?: \w+)? avant|confidentiel(?:le)?s? jusqu|` +
		`(?:a )?ne pas (?:publier|diffuser|divulguer|utiliser|communiquer)(?: (?:ou|` +
		`ni) \w+)?(?: avant| jusqu)|` +
		`(?:publication|diffusion|divulgation|parution)(?: \w+){0,2} (?:interdite|autorisee|possible)(?: \w+)?(?: avant|` +
		` jusqu| a partir| des)|` +
		`(?:publication|diffusion|publiable|diffusable|parution)(?: seulement| uniquement)? (?:a partir|des|pas avant)|pas avant`,
	behindRE: `ne pas (?:publier|diffuser|divulguer|utiliser|communiquer)`,
	releaseRE: `(?:pour (?:publication|diffusion|parution)|(?:date|heure|jour)(?: et (?:heure|date))? de (?:la )?(?:publication|diffusion|` +
		`parution|sortie)|` +
		`(?:publication|diffusion|parution|a (?:publier|diffuser))(?: le| a| :|:))`,
	immediateRE: `(?:pour )?(?:diffusion|publication|parution) (?:immediate|immediatement)|a (?:publier|diffuser) (?:immediatement|sans ` +
		`delai)`,
	openRE: `(?:pas d'|sans |aucun )embargo`,
	liftedRE: `embargo(?: (?:est|a ete|desormais|deja|maintenant))*(?: ?[:-] ?| )(?:leve|termine|expire|annule)|` +
		`embargo ?: ?(?:aucun|neant|non)`,
	openingRE: `ouverte?s?|horaires?(?: d'ouverture)?`,
	tradeRE: `embargo (?:sur (?:les? |la |l')?(?:[\pL-]+ ){0,2}?(?:exportations?|importations?|armes|petrole|cereales|ble|gaz|ventes|` +
		`livraisons)|contre|` +
		`commercial|economique|petrolier|americain|europeen|alimentaire)`,
}
