package when

var german = words{
	months: [12]string{
		"januar|janner|jan", "februar|feber|feb", "marz|maerz|mrz", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
		"september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
	},
	weekdays:   [7]string{"sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend"},
	brief:      [7]string{"so", "mo", "di", "mi", "do", "fr", "sa"},
	counts:     [12]string{"ein|eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwolf"},
	noonRE:     `mittags?`,
	midnightRE: `mitternacht`,
	morningRE:  `morgens|fruh|vormittags?`,
	eveningRE:  `nachmittags?|abends?`,
	hourRE:     `uhr|h`,
	beforeRE:   `um`,
	among: "bis am um den dem der des die das zum ab vom von vor nach ist endet sperrfrist embargo datum uhrzeit uhr " +
		"veroffentlichung freigabe frei erst",
	doubtRE: `(?:oder )?(?:spater|fruher)|fruhestens|spatestens|halb|viertel|dreiviertel|gegen|etwa|ungefahr|circa|ca\.?|zirka|` +
		`voraussichtlich|vorlaufig|vorbehaltlich|minuten|stunden?|tage|wochen|` +
		`heute|morgen|ubermorgen|nachsten|folgenden|auf widerruf|zwischen|beginn|ende der|ortszeit|nachts|es gilt das gesprochene wort`,
	embargoRE: `sperrfrist\w*|sperrvermerk\w*|embargo`,
	blockedRE: `gesperrt(?: bis| fur)?`,
	beforeMark: `veroffentlichung fruhestens (?:am|um)|vertraulich bis|nicht (?:vor|zur (?:veroffentlichung|verwendung))(?: dem|` +
		` den)?|(?:veroffentlichung|` +
		`verwendung|freigabe|freigegeben|frei)` +
		`(?: zur \w+)?(?: erst| fruhestens| nur| nicht)? (?:ab|vor|nach)|erst (?:ab|nach) (?:dem )?|` +
		`(?:nicht|erst) (?:zu )?(?:veroffentlichen|verwenden|publizieren|verbreiten) (?:vor|ab|nach|bis)`,
	behindRE: `nicht (?:zu )?(?:veroffentlichen|verwenden|publizieren|verbreiten|senden)`,
	releaseRE: `(?:zur (?:veroffentlichung|freigabe|verwendung)|frei(?:gabe)?(?: zur \w+)?(?: am| um| ab| fur|:)|` +
		`veroffentlichung(?:s(?:termin|datum|zeit\w*))?` +
		`(?: am| um|:)|(?:datum|termin|zeitpunkt|tag)(?: und (?:uhrzeit|zeit))? der (?:veroffentlichung|freigabe)|` +
		`erscheinungs(?:datum|termin))`,
	immediateRE: `(?:zur )?(?:sofortigen?|umgehenden) (?:veroffentlichung|freigabe|verwendung)|ab sofort (?:zur veroffentlichung )?frei|` +
		`sofort frei|frei ab sofort`,
	openRE: `(?:keine|ohne) (?:sperrfrist|sperrvermerk)|(?:kein|ohne) embargo`,
	liftedRE: `(?:sperrfrist|sperrvermerk|embargo)(?: (?:ist|wurde|bereits|hiermit|nun|inzwischen))*(?: ?[:-] ?| )` +
		`(?:aufgehoben|abgelaufen|erloschen|beendet|entfallt|vorbei)|(?:sperrfrist|sperrvermerk|embargo) ?: ?keine?`,
	openingRE: `geoffnet|offnungszeiten?`,
	tradeRE:   `(?:handels|waffen|ol|wirtschafts|import|export|getreide)-?embargo\w*|embargo (?:gegen|auf)`,
}
